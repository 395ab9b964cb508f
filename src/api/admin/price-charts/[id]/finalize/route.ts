import { finalizePriceChartWorkflow } from "../../../../../workflows/charts/finalize-price-chart"
import { actorOf, handle } from "../../../../http/handler"
import { chartAnswer } from "../../answer"

export const POST = handle(async (req, res) => {
  const id = req.params.id!
  await finalizePriceChartWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ price_chart: await chartAnswer(req, id) })
})
