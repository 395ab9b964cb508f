import { addDeviceWorkflow } from "../../../workflows/front-desk/add-device"
import { deviceTokenOf } from "../../front-desk/authenticate"
import { actorOf, handle } from "../../http/handler"
import { listOf } from "../../http/read"
import { deviceAnswer, ENTITY, withLocationNames } from "./answer"
import type { AddFrontDeskDeviceBody } from "./routes"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, ENTITY)
  res.json({ front_desk_devices: await withLocationNames(req, rows), ...page })
})

export const POST = handle<AddFrontDeskDeviceBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await addDeviceWorkflow(req.scope).run({ input })
  res.json({ front_desk_device: await deviceAnswer(req, result.id), token: deviceTokenOf(req, result) })
})
