import { type ExchangeCreditsBody, exchangeOf, whyOf } from "../../../../../http/credits"
import { handle } from "../../../../../http/handler"
import { changeOwnCredits } from "../../../own-credits"

export const POST = handle<ExchangeCreditsBody>(async (req, res) => {
  const change = exchangeOf(req.validatedBody)
  const { preview } = req.validatedBody
  await changeOwnCredits(req, res, {
    ...change,
    ...whyOf(req, change.verb, { preview }),
    membership_id: req.params.id!,
  })
})
