import { findCart } from "../../../../../workflows/selling/cart-facts"
import { addMembershipToCartWorkflow } from "../../../../../workflows/selling/add-membership-to-cart"
import { quoteSaleWorkflow } from "../../../../../workflows/selling/quote-sale"
import { DomainError } from "../../../../../domain/errors"
import { actorOf, handle } from "../../../../http/handler"
import { effectsOf } from "../../../../http/seat-effects"
import { wishOf } from "../../../../http/seat-wish"
import { answerCart } from "../../../carts/answer"
import type { AddOwnSeatsBody } from "../../routes"

/** SEAT-8: further seats, into the customer's own cart. */
export const POST = handle<AddOwnSeatsBody>(async (req, res) => {
  const customer_id = req.auth_context.actor_id
  const { preview, cart_id, seats, people, ...choices } = req.validatedBody
  const asker = { type: "customer", customer_id } as const
  const subject = { addition: { membership_id: req.params.id!, asker } }
  const wish = wishOf({ seats, people })
  if (preview) {
    const input = { subject, wish, customer_id, promo_codes: choices.promo_codes ?? [] }
    const { quote, effects } = (await quoteSaleWorkflow(req.scope).run({ input })).result
    res.json({ preview: { effects: effectsOf({ effects, currency_code: quote.currency_code }), quote } })
    return
  }
  const cart = await findCart(req.scope, cart_id!)
  if (cart?.customer_id !== customer_id)
    throw new DomainError("not_found", `You have no cart with the id ${cart_id}.`, { field: "cart_id" })
  const { result } = await addMembershipToCartWorkflow(req.scope).run({
    input: { cart_id: cart.id, subject, wish, ...choices, actor: actorOf(req) },
  })
  const { draft_id, quote, effects } = result
  res.json({
    ...{ cart: await answerCart(req, cart.id), draft_id, quote },
    effects: effectsOf({ effects, currency_code: quote.currency_code }),
  })
})
