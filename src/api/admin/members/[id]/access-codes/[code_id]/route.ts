import { revokeAccessCodeWorkflow } from "../../../../../../workflows/access-codes/revoke-access-code"
import { actorOf, handle } from "../../../../../http/handler"

export const DELETE = handle(async (req, res) => {
  const { id: member_id, code_id: id } = req.params as { id: string; code_id: string }
  await revokeAccessCodeWorkflow(req.scope).run({ input: { id, member_id, actor: actorOf(req) } })
  res.json({ id, object: "membership_access_code", deleted: true })
})
