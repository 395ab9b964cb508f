import { categorizePlansWorkflow } from "../../../../workflows/plans/categorize-plans"
import { actorOf, handle } from "../../../http/handler"
import { listOf } from "../../../http/read"
import { planListAnswer } from "../answer"
import type { CategorizePlansBody } from "../shapes"

export const POST = handle<CategorizePlansBody>(async (req, res) => {
  const { ids } = req.validatedBody
  await categorizePlansWorkflow(req.scope).run({ input: { ...req.validatedBody, actor: actorOf(req) } })
  req.queryConfig.pagination = { skip: 0, take: ids.length }
  const { rows } = await listOf(req, "membership_plan", { id: ids })
  res.json({ membership_plans: await planListAnswer(req, rows) })
})
