import { choosePaymentMethodWorkflow } from "../../../../../workflows/billing/choose-payment-method"
import { handle } from "../../../../http/handler"
import { customerIdOf } from "../../../members/own"
import { answerMethods } from "../../answer"

export const POST = handle(async (req, res) => {
  const input = { customer_id: customerIdOf(req), payment_method_id: req.params.id! }
  const { result } = await choosePaymentMethodWorkflow(req.scope).run({ input })
  const [payment_method] = await answerMethods(req, [result.method])
  res.json({ payment_method, retried_charge_ids: result.retried })
})
