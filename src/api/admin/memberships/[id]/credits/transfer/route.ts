import { type TransferCreditsBody, transferOf, whyOf } from "../../../../../http/credits"
import { handle } from "../../../../../http/handler"
import { changeCredits } from "../../../change-credits"

export const POST = handle<TransferCreditsBody>(async (req, res) => {
  const change = transferOf(req.validatedBody)
  const why = whyOf(req, change.verb, req.validatedBody)
  await changeCredits(req, res, { ...change, ...why, membership_id: req.params.id! })
})
