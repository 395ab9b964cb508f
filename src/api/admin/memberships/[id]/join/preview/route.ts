import { handle } from "../../../../../http/handler"
import { type JoinBody, joinMembership } from "../../../../../http/join"

export const POST = handle<JoinBody>(async (req, res) => {
  const { reason = null } = req.validatedBody
  res.json({ preview: await joinMembership(req, { type: "staff", reason }, true) })
})
