import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { handle, membershipModule } from "../../http/handler"
import { placeOf } from "../place"
import type { FrontDeskSearchQuery } from "../shapes"

export const GET = handle(async (req, res) => {
  const { location_id } = req.validatedQuery as Pick<FrontDeskSearchQuery, "location_id">
  const ids = await membershipModule(req).serviceIdsAt(placeOf(req, location_id))
  const { data: services } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "membership_service",
    fields: ["id", "name", "kind", "credit_cost", "is_general_hours"],
    filters: { id: ids, status: "active" },
    pagination: { order: { name: "ASC" } },
  })
  res.json({ services })
})
