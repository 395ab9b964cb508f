import { inviteToSeatWorkflow } from "../../../../../../../workflows/seats/invite-to-seat"
import { actorOf, handle } from "../../../../../../http/handler"
import type { InviteToSeatBody } from "../../../../../../http/invitations"

export const POST = handle<InviteToSeatBody>(async (req, res) => {
  const { id: membership_id, seat_id } = req.params as { id: string; seat_id: string }
  const asker = { type: "staff", reason: null } as const
  const input = { membership_id, seat_id, asker, actor: actorOf(req), email: req.validatedBody.email }
  const { result } = await inviteToSeatWorkflow(req.scope).run({ input })
  const { id, email, expires_at, token, sent } = result
  res.json({ invitation: { id, seat_id, email, expires_at }, token, sent })
})
