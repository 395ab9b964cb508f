import { takeBackPricesWorkflow } from "../../../../../../workflows/charts/take-back-prices"
import { actorOf, handle } from "../../../../../http/handler"
import type { TakeBackPricesBody } from "../../../../price-charts/routes"

export const POST = handle<TakeBackPricesBody>(async (req, res) => {
  const { to_price_chart_id, membership_ids, reason } = req.validatedBody
  const { result } = await takeBackPricesWorkflow(req.scope).run({
    input: {
      ...{ plan_id: req.params.id!, actor: actorOf(req), reason: reason ?? null },
      to_price_chart_id: to_price_chart_id ?? null,
      membership_ids: membership_ids ?? null,
    },
  })
  res.json(result)
})
