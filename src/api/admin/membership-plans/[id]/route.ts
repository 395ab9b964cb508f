import { deletePlanWorkflow } from "../../../../workflows/plans/delete-plan"
import { updatePlanWorkflow } from "../../../../workflows/plans/update-plan"
import { actorOf, handle } from "../../../http/handler"
import { planAnswer } from "../answer"
import type { UpdatePlanBody } from "../shapes"

export const GET = handle(async (req, res) => {
  res.json({ membership_plan: await planAnswer(req, req.params.id!) })
})

export const POST = handle<UpdatePlanBody>(async (req, res) => {
  const id = req.params.id!
  await updatePlanWorkflow(req.scope).run({ input: { id, fields: req.validatedBody, actor: actorOf(req) } })
  res.json({ membership_plan: await planAnswer(req, id) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await deletePlanWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "membership_plan", deleted: true })
})
