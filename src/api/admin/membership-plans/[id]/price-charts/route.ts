import { createPriceChartWorkflow } from "../../../../../workflows/charts/create-price-chart"
import { actorOf, handle, membershipModule } from "../../../../http/handler"
import { listOf } from "../../../../http/read"
import { chartAnswer, chartAnswers } from "../../../price-charts/answer"
import type { CreatePriceChartBody } from "../../../price-charts/routes"

export const GET = handle(async (req, res) => {
  const { plan } = await membershipModule(req).loadSalePlan({ id_or_handle: req.params.id! })
  req.queryConfig.pagination.order ??= { version: "DESC" }
  const { rows, ...page } = await listOf(req, "membership_price_chart", { plan_id: plan.id })
  res.json({ price_charts: await chartAnswers(req, rows), ...page })
})

export const POST = handle<CreatePriceChartBody>(async (req, res) => {
  const input = { ...req.validatedBody, plan_id: req.params.id!, actor: actorOf(req) }
  const { result } = await createPriceChartWorkflow(req.scope).run({ input })
  res.json({ price_chart: await chartAnswer(req, result.id) })
})
