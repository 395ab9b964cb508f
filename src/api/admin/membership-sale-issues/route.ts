import { handle } from "../../http/handler"
import { listOf } from "../../http/read"

export const GET = handle(async (req, res) => {
  const { resolved, ...filters } = req.filterableFields
  const resolved_at = resolved === undefined ? {} : { resolved_at: resolved ? { $ne: null } : null }
  req.filterableFields = { ...filters, ...resolved_at }
  // The database puts null, which is open, before every date when it sorts downwards.
  req.queryConfig.pagination.order ??= { resolved_at: "DESC", id: "DESC" }
  const { rows, ...page } = await listOf(req, "membership_sale_issue")
  res.json({ membership_sale_issues: rows, ...page })
})
