import { deleteMemberWorkflow } from "../../../../workflows/people/delete-member"
import { updateMemberWorkflow } from "../../../../workflows/people/update-member"
import { actorOf, handle } from "../../../http/handler"
import { memberAnswer } from "../answer"
import type { UpdateMemberBody } from "../routes"

export const GET = handle(async (req, res) => {
  res.json({ member: await memberAnswer(req, req.params.id!) })
})

export const POST = handle<UpdateMemberBody>(async (req, res) => {
  const id = req.params.id!
  await updateMemberWorkflow(req.scope).run({ input: { ...req.validatedBody, id, actor: actorOf(req) } })
  res.json({ member: await memberAnswer(req, id) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await deleteMemberWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: "member", deleted: true })
})
