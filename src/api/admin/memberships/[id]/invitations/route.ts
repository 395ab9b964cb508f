import { handle } from "../../../../http/handler"
import { OPEN_INVITATIONS } from "../../../../http/invitations"
import { listOf } from "../../../../http/read"

export const GET = handle(async (req, res) => {
  const membership_id = req.params.id!
  const { rows, ...page } = await listOf(req, "membership_invitation", { membership_id, ...OPEN_INVITATIONS })
  res.json({ invitations: rows, ...page })
})
