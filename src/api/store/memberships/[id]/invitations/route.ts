import { handle } from "../../../../http/handler"
import { OPEN_INVITATIONS } from "../../../../http/invitations"
import { listOf } from "../../../../http/read"
import { assertOwn } from "../../own"

export const GET = handle(async (req, res) => {
  const membership_id = req.params.id!
  await assertOwn(req, membership_id, "managed")
  const { rows, ...page } = await listOf(req, "membership_invitation", { membership_id, ...OPEN_INVITATIONS })
  res.json({ invitations: rows, ...page })
})
