import { undoCheckInWorkflow } from "../../../../../workflows/access/undo-check-in"
import { actorOf, handle } from "../../../../http/handler"
import type { UndoCheckInBody } from "../../../../http/visits"
import { visitOf } from "../../visits"

export const POST = handle<UndoCheckInBody>(async (req, res) => {
  const id = req.params.id!
  const { reason } = req.validatedBody
  await undoCheckInWorkflow(req.scope).run({ input: { id, reason, actor: actorOf(req) } })
  res.json({ check_in: await visitOf(req, id) })
})
