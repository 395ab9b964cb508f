import { migratePricesWorkflow } from "../../../../../workflows/charts/migrate-prices"
import { actorOf, handle } from "../../../../http/handler"
import type { MigratePricesBody } from "../../../price-charts/routes"

const ROWS = 50

export const POST = handle<MigratePricesBody>(async (req, res) => {
  const { to_price_chart_id, preview = false, limit = ROWS, offset = 0, ...body } = req.validatedBody
  const { result } = await migratePricesWorkflow(req.scope).run({
    input: {
      ...{ plan_id: req.params.id!, to_price_chart_id, preview, limit, offset, actor: actorOf(req) },
      from_price_chart_id: body.from_price_chart_id ?? null,
      membership_ids: body.membership_ids ?? null,
      from_on: body.from_on ?? null,
      reason: body.reason ?? null,
    },
  })
  res.json({ price_migration: result })
})
