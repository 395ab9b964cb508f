import { handle } from "../../../../http/handler"
import { listOf } from "../../../../http/read"
import { withActorNames } from "../../with-actor-names"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, "membership_audit_entry", { membership_id: req.params.id })
  res.json({ history: await withActorNames(req, rows), ...page })
})
