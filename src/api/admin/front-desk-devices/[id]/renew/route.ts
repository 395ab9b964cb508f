import { renewDeviceWorkflow } from "../../../../../workflows/front-desk/renew-device"
import { deviceTokenOf } from "../../../../front-desk/authenticate"
import { actorOf, handle } from "../../../../http/handler"
import { deviceAnswer } from "../../answer"

export const POST = handle(async (req, res) => {
  const id = req.params.id!
  const { result } = await renewDeviceWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ front_desk_device: await deviceAnswer(req, id), token: deviceTokenOf(req, result) })
})
