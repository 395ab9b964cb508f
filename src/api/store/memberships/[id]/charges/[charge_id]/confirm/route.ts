import { chargeConfirmation } from "../../../../../../../workflows/billing/charge-confirmation"
import { handle } from "../../../../../../http/handler"
import { customerIdOf } from "../../../../../members/own"

export const POST = handle(async (req, res) => {
  const { id, charge_id } = req.params as { id: string; charge_id: string }
  const asked = { membership_id: id, charge_id, customer_id: customerIdOf(req) }
  res.set("cache-control", "no-store").json({ confirmation: await chargeConfirmation(req.scope, asked) })
})
