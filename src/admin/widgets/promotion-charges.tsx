import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { lazily } from "../parts/lazily"

const PromotionCharges = lazily(
  async () => (await import("../plans/widgets/promotion-charges.js")).PromotionCharges
)

/** The dashboard hands over the promotion that its page shows. */
const PromotionWidget = ({ data }: { data: { id: string } }) => (
  <PromotionCharges key={data.id} promotion_id={data.id} />
)

export const config = defineWidgetConfig({
  zone: "promotion.details.side.after",
  id: "medusa-plugin-memberships:promotion-charges",
})

export default PromotionWidget
