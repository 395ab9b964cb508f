import { savePaymentMethodWorkflow } from "../../../workflows/billing/save-payment-method"
import { savedMethodsOf } from "../../../workflows/billing/saved-methods"
import { handle } from "../../http/handler"
import { customerIdOf } from "../members/own"
import { answerMethods } from "./answer"
import type { SavePaymentMethodBody } from "./routes"

export const GET = handle(async (req, res) => {
  const { methods, unavailable_provider_ids } = await savedMethodsOf(req.scope, customerIdOf(req))
  res.json({ payment_methods: await answerMethods(req, methods), unavailable_provider_ids })
})

export const POST = handle<SavePaymentMethodBody>(async (req, res) => {
  const input = { ...req.validatedBody, customer_id: customerIdOf(req) }
  const { result } = await savePaymentMethodWorkflow(req.scope).run({ input })
  const [payment_method = null] = await answerMethods(req, result.method ? [result.method] : [])
  res.json({ payment_method, confirmation: result.confirmation })
})
