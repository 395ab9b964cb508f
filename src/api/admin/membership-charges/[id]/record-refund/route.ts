import { recordChargeRefundWorkflow } from "../../../../../workflows/billing/record-charge-refund"
import { actorOf, handle } from "../../../../http/handler"
import { chargeWithAttempts } from "../../charges"
import type { RecordChargeRefundBody } from "../../routes"

export const POST = handle<RecordChargeRefundBody>(async (req, res) => {
  const { amount = null, reason } = req.validatedBody
  const charge_id = req.params.id!
  await recordChargeRefundWorkflow(req.scope).run({
    input: { charge_id, amount, reason, actor: actorOf(req) },
  })
  res.json({ membership_charge: await chargeWithAttempts(req, charge_id) })
})
