import { handle } from "../../../../../http/handler"
import { type JoinBody, joinMembership, ownJoin } from "../../../../../http/join"

export const POST = handle<JoinBody>(async (req, res) => {
  const asker = { type: "customer", customer_id: req.auth_context.actor_id } as const
  res.json({ preview: ownJoin(await joinMembership(req, asker, true)) })
})
