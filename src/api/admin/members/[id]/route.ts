import { deleteMemberWorkflow } from "../../../../workflows/people/delete-member"
import { updateMemberWorkflow } from "../../../../workflows/people/update-member"
import { peopleEffectsOf } from "../../../http/people-effects"
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
  const { preview } = req.validatedQuery as { preview: boolean }
  const { result } = await deleteMemberWorkflow(req.scope).run({
    input: { id, preview, actor: actorOf(req) },
  })
  const effects = peopleEffectsOf(result)
  res.json(preview ? { preview: { effects } } : { id, object: "member", deleted: true, effects })
})
