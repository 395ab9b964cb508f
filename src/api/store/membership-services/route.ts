import { handle, membershipModule } from "../../http/handler"
import { listOf } from "../../http/read"

export const GET = handle(async (req, res) => {
  const { location_id } = req.validatedQuery as { location_id?: string }
  const at = location_id === undefined ? {} : { id: await membershipModule(req).serviceIdsAt(location_id) }
  req.filterableFields = {}
  req.queryConfig.pagination.order = { name: "ASC", id: "ASC" }
  const { rows, ...page } = await listOf(req, "membership_service", { status: "active", ...at })
  res.json({ membership_services: rows, ...page })
})
