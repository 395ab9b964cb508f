import { handle, membershipModule } from "../../http/handler"
import { listOf } from "../../http/read"
import { forCustomer, NEEDED, type Role } from "./own"

export const GET = handle(async (req, res) => {
  const customer_id = req.auth_context.actor_id
  const role = req.filterableFields.role as Role | undefined
  req.filterableFields = { id: await membershipModule(req).ownMemberships({ customer_id, role }) }
  req.queryConfig.fields = [...new Set([...req.queryConfig.fields, ...NEEDED])]
  const { rows, ...page } = await listOf(req, "membership")
  res.json({ memberships: await forCustomer(req, customer_id, rows), ...page })
})
