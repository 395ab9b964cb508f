import { DomainError } from "../../../../../domain/errors"
import { quoteSaleWorkflow } from "../../../../../workflows/selling/quote-sale"
import { actorOf, handle, membershipModule } from "../../../../http/handler"
import { effectsOf } from "../../../../http/seat-effects"
import { wishOf } from "../../../../http/seat-wish"
import type { AddSeatsBody } from "../../sale-shapes"
import { sellByStaff } from "../../sell"

const staff = { type: "staff", reason: null } as const

/** SEAT-8: further seats, sold by staff. */
export const POST = handle<AddSeatsBody>(async (req, res) => {
  const membership_id = req.params.id!
  const { preview, ...body } = req.validatedBody
  const addition = { membership_id, asker: staff }
  const sold_to = await membershipModule(req).loadAddition(addition)
  const customer_id = body.customer_id ?? sold_to.customer_id
  if (preview) {
    const { region_id, promo_codes = [] } = body
    const { result } = await quoteSaleWorkflow(req.scope).run({
      input: {
        ...{ subject: { addition }, wish: wishOf(body), customer_id, promo_codes },
        ...(region_id === undefined ? {} : { region_id }),
        by_staff: { actor: actorOf(req), override: null },
      },
    })
    const { quote, effects } = result
    res.json({ preview: { effects: effectsOf({ effects, currency_code: quote.currency_code }), quote } })
    return
  }
  if (customer_id === null)
    throw new DomainError("not_found", "Whoever bought it is gone. Say who buys the seat.", {
      field: "customer_id",
    })
  const region_id = body.region_id ?? sold_to.region_id ?? undefined
  res.json(
    await sellByStaff(req, { addition }, { ...body, customer_id, ...(region_id ? { region_id } : {}) })
  )
})
