import { createServiceWorkflow } from "../../../workflows/services/create-service"
import { actorOf, handle, membershipModule } from "../../http/handler"
import { listOf, oneOf } from "../../http/read"
import type { CreateServiceBody } from "./routes"

export const GET = handle(async (req, res) => {
  const { location_id, ...filters } = req.filterableFields
  const at =
    typeof location_id === "string"
      ? { $and: [{ id: await membershipModule(req).serviceIdsAt(location_id) }] }
      : {}
  req.filterableFields = { ...filters, ...at }
  const { rows, ...page } = await listOf(req, "membership_service")
  res.json({ membership_services: rows, ...page })
})

export const POST = handle<CreateServiceBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await createServiceWorkflow(req.scope).run({ input })
  res.json({ membership_service: await oneOf(req, "membership_service", result.id) })
})
