import { DomainError } from "../../../../../domain/errors"
import { paymentOfKey } from "../../../../../providers/payment-sandbox"
import { handle } from "../../../../http/handler"
import { sandboxOf } from "../../../../http/sandbox"

export const GET = handle(async (req, res) => {
  const { database } = sandboxOf(req.scope)
  const payment = await paymentOfKey(database, req.params.key!)
  if (!payment) throw new DomainError("not_found", "The bank has done nothing for this idempotency key.")
  res.json({ payment })
})
