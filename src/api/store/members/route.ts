import { addDependentWorkflow } from "../../../workflows/people/add-dependent"
import { handle } from "../../http/handler"
import { listOf, oneOf } from "../../http/read"
import { customerIdOf, forCustomer, placeOf } from "./own"
import type { AddDependentBody } from "./routes"

const ENTITY = "membership_member"

export const GET = handle(async (req, res) => {
  const place = await placeOf(req)
  const household = place?.household_id
    ? { household_id: place.household_id }
    : { customer_id: customerIdOf(req) }
  const { rows, ...page } = await listOf(req, ENTITY, household)
  res.json({ members: rows.map((member) => forCustomer(member, place)), ...page })
})

export const POST = handle<AddDependentBody>(async (req, res) => {
  const input = { ...req.validatedBody, customer_id: customerIdOf(req) }
  const { result } = await addDependentWorkflow(req.scope).run({ input })
  res.json({ member: await oneOf(req, ENTITY, result.id) })
})
