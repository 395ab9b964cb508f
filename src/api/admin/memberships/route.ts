import { handle } from "../../http/handler"
import { listOf } from "../../http/read"
import { membershipFilters } from "./filters"

export const GET = handle(async (req, res) => {
  req.filterableFields = membershipFilters(req.filterableFields)
  const { rows, ...page } = await listOf(req, "membership")
  res.json({ memberships: rows, ...page })
})
