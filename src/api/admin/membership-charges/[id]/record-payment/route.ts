import { handle } from "../../../../http/handler"
import { changeCharge } from "../../change-charge"
import type { RecordChargePaymentBody } from "../../routes"

export const POST = handle<RecordChargePaymentBody>(async (req, res) => {
  const { method: paid_with, reference = null, note = null, preview } = req.validatedBody
  await changeCharge(req, res, { verb: "record_payment", paid_with, reference, note }, preview)
})
