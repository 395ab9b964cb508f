import { deleteHouseholdWorkflow } from "../../../../workflows/people/delete-household"
import { updateHouseholdWorkflow } from "../../../../workflows/people/update-household"
import { actorOf, handle } from "../../../http/handler"
import { householdAnswer } from "../answer"
import type { UpdateHouseholdBody } from "../routes"

export const GET = handle(async (req, res) => {
  res.json({ household: await householdAnswer(req, req.params.id!) })
})

export const POST = handle<UpdateHouseholdBody>(async (req, res) => {
  const id = req.params.id!
  await updateHouseholdWorkflow(req.scope).run({ input: { ...req.validatedBody, id, actor: actorOf(req) } })
  res.json({ household: await householdAnswer(req, id) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await deleteHouseholdWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "household", deleted: true })
})
