import { handle } from "../../../http/handler"
import { membershipOf } from "../with-status"

export const GET = handle(async (req, res) => {
  res.json({ membership: await membershipOf(req, req.params.id!) })
})
