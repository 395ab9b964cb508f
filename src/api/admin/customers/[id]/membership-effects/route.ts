import { eraseCustomerWorkflow } from "../../../../../workflows/people/erase-customer"
import { peopleEffectsOf } from "../../../../http/people-effects"
import { handle } from "../../../../http/handler"

/** The platform deletes customers without asking: here staff see beforehand what that does to memberships (BILL-11). */
export const GET = handle(async (req, res) => {
  const input = { customer_id: req.params.id!, preview: true }
  const { result } = await eraseCustomerWorkflow(req.scope).run({ input })
  res.json({ effects: peopleEffectsOf(result) })
})
