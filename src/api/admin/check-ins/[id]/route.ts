import { handle } from "../../../http/handler"
import { visitOf } from "../visits"

export const GET = handle(async (req, res) => {
  res.json({ check_in: await visitOf(req, req.params.id!) })
})
