import { z } from "@medusajs/framework/zod"
import { SALE_NOTICES } from "../../../domain/selling/sale-notices"
import { seatWish } from "../../http/seat-wish"
import { calendarDate, text } from "../../http/shapes"

const sale = {
  region_id: z.string().optional(),
  promo_codes: z.array(z.string()).max(50).optional(),
  /** What the customer was shown; a price that changed since is refused. */
  quote_id: z.string().optional(),
  /** `draft_order` waits for it to become an order; `pending` is to be paid later; `paid`: the money is here. */
  payment: z.enum(["draft_order", "pending", "paid"]).optional(),
  /** A draft order of the customer that has other items. */
  draft_order_id: z.string().optional(),
  /** Beside the recorded payment. */
  note: text.nullish(),
  /** Why staff go past who the plan is for; kept in the history. */
  reason: z.string().trim().min(1).max(1000).nullish(),
}

interface SaleBody {
  readonly payment?: string
  readonly draft_order_id?: string
  readonly region_id?: string
  readonly preview?: boolean
}

function checkSale(body: unknown, context: z.RefinementCtx): void {
  const { payment, draft_order_id, preview } = body as SaleBody
  const refuse = (field: string, message: string) => {
    context.addIssue({ code: "custom", path: [field], message })
  }
  if (!preview && payment === undefined)
    refuse("payment", "Say how it is paid: draft_order, pending or paid.")
  if (draft_order_id !== undefined && payment !== "draft_order")
    refuse("payment", "A sale in a draft order is paid with that order. Pass draft_order.")
}

/** POST `/admin/memberships` (SALE-9). */
export const SellMembership = seatWish({
  ...sale,
  plan_id: z.string(),
  customer_id: z.string(),
  location_id: z.string().nullish(),
  starts_on: calendarDate.nullish(),
  accepted_terms_version: z.int().optional(),
  /** The customer agrees to what follows an introductory offer (PLAN-8). */
  accepts_conversion: z.boolean().optional(),
  /** The notices of the quote in spite of which it is sold (BILL-11), and why; a `reason` confirms none of them. */
  confirmed_notices: z.array(z.enum(SALE_NOTICES)).max(SALE_NOTICES.length).optional(),
  confirmed_reason: z.string().trim().min(1).max(1000).optional(),
}).superRefine((body, context) => {
  checkSale(body, context)
  const { region_id, draft_order_id } = body as SaleBody
  if (region_id === undefined && draft_order_id === undefined)
    context.addIssue({ code: "custom", path: ["region_id"], message: "Say in which region it is sold." })
})
export type SellMembershipBody = z.infer<typeof SellMembership>

/** POST `/admin/memberships/:id/seats` (SEAT-8). */
export const AddSeats = seatWish({
  ...sale,
  /** Who buys and pays for them; absent: whoever bought the membership. */
  customer_id: z.string().optional(),
  preview: z.boolean().default(false),
}).superRefine(checkSale)
export type AddSeatsBody = z.infer<typeof AddSeats>
