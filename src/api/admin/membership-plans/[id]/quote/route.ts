import { quoteSaleWorkflow } from "../../../../../workflows/selling/quote-sale"
import { actorOf, handle } from "../../../../http/handler"
import { wishOf } from "../../../../http/seat-wish"
import type { StaffQuotePlanBody } from "../../quote-route"

export const POST = handle<StaffQuotePlanBody>(async (req, res) => {
  const body = req.validatedBody
  const { result } = await quoteSaleWorkflow(req.scope).run({
    input: {
      ...(body.currency_code === undefined ? {} : { currency_code: body.currency_code }),
      ...(body.region_id === undefined ? {} : { region_id: body.region_id }),
      country_code: body.country_code ?? null,
      location_id: body.location_id ?? null,
      starts_on: body.starts_on ?? null,
      promo_codes: body.promo_codes ?? [],
      subject: { plan: req.params.id! },
      wish: wishOf(body),
      customer_id: body.customer_id ?? null,
      by_staff: {
        actor: actorOf(req),
        override: body.override_eligibility && body.reason ? { reason: body.reason } : null,
      },
    },
  })
  res.json({ quote: result.quote })
})
