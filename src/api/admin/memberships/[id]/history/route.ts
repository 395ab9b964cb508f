import { handle } from "../../../../http/handler"
import { listOf } from "../../../../http/read"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, "membership_audit_entry", { membership_id: req.params.id })
  res.json({ history: rows, ...page })
})
