import { stopPaymentMethodWorkflow } from "../../../../workflows/billing/stop-payment-method"
import { handle } from "../../../http/handler"
import { customerIdOf } from "../../members/own"

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  const input = { customer_id: customerIdOf(req), payment_method_id: id }
  const { result } = await stopPaymentMethodWorkflow(req.scope).run({ input })
  res.json({ id, object: "payment_method", deleted: true, ...result })
})
