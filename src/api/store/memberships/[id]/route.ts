import { DomainError } from "../../../../domain/errors"
import { handle } from "../../../http/handler"
import { listOf } from "../../../http/read"
import { forCustomer, NEEDED, owned } from "../own"

export const GET = handle(async (req, res) => {
  const customer_id = req.auth_context.actor_id
  const id = req.params.id!
  req.filterableFields = { id, ...owned(customer_id) }
  req.queryConfig.fields = [...new Set([...req.queryConfig.fields, ...NEEDED])]
  req.queryConfig.pagination = { skip: 0, take: 1 }
  const { rows } = await listOf(req, "membership")
  const [membership] = await forCustomer(req, customer_id, rows)
  if (!membership) throw new DomainError("not_found", `There is no membership with the id ${id}.`, { id })
  res.json({ membership })
})
