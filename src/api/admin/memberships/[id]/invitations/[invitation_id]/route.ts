import { revokeInvitationWorkflow } from "../../../../../../workflows/seats/revoke-invitation"
import { actorOf, handle } from "../../../../../http/handler"

export const DELETE = handle(async (req, res) => {
  const { id: membership_id, invitation_id: id } = req.params as { id: string; invitation_id: string }
  const asker = { type: "staff", reason: null } as const
  await revokeInvitationWorkflow(req.scope).run({ input: { id, membership_id, asker, actor: actorOf(req) } })
  res.json({ id, object: "membership_invitation", deleted: true })
})
