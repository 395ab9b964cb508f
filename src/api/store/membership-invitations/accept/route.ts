import { acceptInvitationWorkflow } from "../../../../workflows/seats/accept-invitation"
import { handle } from "../../../http/handler"
import type { AcceptInvitationBody } from "../../memberships/routes"
import { ownMembership } from "../../memberships/own"

export const POST = handle<AcceptInvitationBody>(async (req, res) => {
  const input = { token: req.validatedBody.token, customer_id: req.auth_context.actor_id }
  const { result } = await acceptInvitationWorkflow(req.scope).run({ input })
  res.json({ membership: await ownMembership(req, result.membership_id) })
})
