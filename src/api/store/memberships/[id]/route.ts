import { handle } from "../../../http/handler"
import { ownMembership } from "../own"

export const GET = handle(async (req, res) => {
  res.json({ membership: await ownMembership(req, req.params.id!) })
})
