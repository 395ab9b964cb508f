import { deletePriceChartWorkflow } from "../../../../workflows/charts/delete-price-chart"
import { updatePriceChartWorkflow } from "../../../../workflows/charts/update-price-chart"
import { actorOf, handle } from "../../../http/handler"
import { chartAnswer } from "../answer"
import type { UpdatePriceChartBody } from "../routes"

export const GET = handle(async (req, res) => {
  res.json({ price_chart: await chartAnswer(req, req.params.id!) })
})

export const POST = handle<UpdatePriceChartBody>(async (req, res) => {
  const id = req.params.id!
  const rows = req.validatedBody.rows.map((row) => ({
    label: row.label ?? null,
    classification_id: row.classification_id ?? null,
    required: row.required ?? false,
    unlimited: row.unlimited ?? false,
    prices: row.prices,
    tax_rate: row.tax_rate ?? null,
  }))
  await updatePriceChartWorkflow(req.scope).run({ input: { id, rows, actor: actorOf(req) } })
  res.json({ price_chart: await chartAnswer(req, id) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await deletePriceChartWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "price_chart", deleted: true })
})
