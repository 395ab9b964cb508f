import { revokeDeviceWorkflow } from "../../../../workflows/front-desk/revoke-device"
import { actorOf, handle } from "../../../http/handler"
import { deviceAnswer, ENTITY } from "../answer"

export const GET = handle(async (req, res) => {
  res.json({ front_desk_device: await deviceAnswer(req, req.params.id!) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await revokeDeviceWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: ENTITY, deleted: true })
})
