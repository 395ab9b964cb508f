import { mergeMembersWorkflow } from "../../../../../workflows/people/merge-members"
import { actorOf, handle } from "../../../../http/handler"
import { peopleEffectsOf } from "../../../../http/people-effects"
import { memberAnswer } from "../../answer"
import type { MergeMemberBody } from "../../routes"

/** Answers whoever stays. */
export const POST = handle<MergeMemberBody>(async (req, res) => {
  const { reason = null, ...body } = req.validatedBody
  const input = { ...body, id: req.params.id!, reason, actor: actorOf(req) }
  const { result } = await mergeMembersWorkflow(req.scope).run({ input })
  const effects = peopleEffectsOf(result)
  res.json(
    body.preview
      ? { preview: { effects } }
      : { member: await memberAnswer(req, body.into_member_id), effects }
  )
})
