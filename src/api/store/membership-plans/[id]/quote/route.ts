import { quoteSaleWorkflow } from "../../../../../workflows/selling/quote-sale"
import { handle } from "../../../../http/handler"
import { wishOf } from "../../../../http/seat-wish"
import type { QuotePlanBody } from "../../quote-route"

export const POST = handle<QuotePlanBody>(async (req, res) => {
  const { seats, people, currency_code, region_id, country_code, ...choices } = req.validatedBody
  const { result } = await quoteSaleWorkflow(req.scope).run({
    input: {
      ...choices,
      ...(currency_code === undefined ? {} : { currency_code }),
      ...(region_id === undefined ? {} : { region_id }),
      country_code: country_code ?? null,
      promo_codes: choices.promo_codes ?? [],
      subject: { plan: req.params.id! },
      wish: wishOf({ seats, people }),
      customer_id: (req.auth_context as typeof req.auth_context | undefined)?.actor_id ?? null,
    },
  })
  res.json({ quote: result.quote })
})
