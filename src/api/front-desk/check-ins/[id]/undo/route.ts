import { undoCheckInWorkflow } from "../../../../../workflows/access/undo-check-in"
import type { UndoCheckInBody } from "../../../../http/visits"
import { visitOf } from "../../../../admin/check-ins/visits"
import { handle } from "../../../../http/handler"
import { frontDeskOf } from "../../../authenticate"

export const POST = handle<UndoCheckInBody>(async (req, res) => {
  const id = req.params.id!
  const { device, actor } = frontDeskOf(req)
  const { reason } = req.validatedBody
  const input = { id, reason, actor, ...(device ? { location_id: device.location_id } : {}) }
  await undoCheckInWorkflow(req.scope).run({ input })
  res.json({ check_in: await visitOf(req, id) })
})
