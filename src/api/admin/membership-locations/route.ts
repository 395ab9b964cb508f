import { setLocationWorkflow } from "../../../workflows/locations/set-location"
import { actorOf, handle } from "../../http/handler"
import { listOf, oneOf } from "../../http/read"
import type { SetLocationBody } from "./routes"

const ENTITY = "membership_location"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, ENTITY)
  res.json({ membership_locations: rows, ...page })
})

export const POST = handle<SetLocationBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await setLocationWorkflow(req.scope).run({ input })
  res.json({ membership_location: await oneOf(req, ENTITY, result.id) })
})
