// Purchases that come about while staff look at the admin, with a customer or without one.
import { randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { admin, authenticate, store } from "./studio-api.mjs"
import { card } from "./studio-page.mjs"

const PASSWORD = "a-long-password"

/** A new customer's token. */
async function signUp({ email, first_name, last_name }) {
  const body = { email, password: PASSWORD }
  const { token: registration } = await authenticate("customer/emailpass/register", body)
  await store("customers", { email, first_name, last_name }, registration)
  return (await authenticate("customer/emailpass", body)).token
}

const address = { address_1: "Ritterstraße 1", postal_code: "10969", city: "Berlin", country_code: "de" }

/** Saves a test card of a customer, by which their renewals are paid from then on. */
export async function saveCard(email, card_number) {
  const { token } = await authenticate("customer/emailpass", { email, password: PASSWORD })
  const body = { provider_id: "pp_sandbox_sandbox", data: { card_number } }
  const { payment_method } = await store("payment-methods", body, token)
  await store(`payment-methods/${payment_method.id}/pay-renewals`, {}, token)
}

/** Buys a plan and waits until its membership is there, which waits for its payment. */
export async function buy({ plan, people, seats, starts_on, accepted_terms_version, ...buyer }) {
  const { first_name, last_name, card_number } = buyer
  const email = `${first_name}.${randomBytes(4).toString("hex")}@example.test`.toLowerCase()
  const token = await signUp({ email, first_name, last_name })
  if (card_number) await saveCard(email, card_number)
  const { cart } = await store("carts", { region_id: card.region_id, email }, token)
  const wish = {
    ...{ plan_id: plan, location_id: card.location_id, starts_on, accepted_terms_version },
    ...(people ? { people } : { seats }),
  }
  await store(`carts/${cart.id}/memberships`, wish, token)
  const billing_address = { first_name, last_name, ...address }
  await store(`carts/${cart.id}`, { billing_address, shipping_address: billing_address }, token)
  const { payment_collection } = await store("payment-collections", { cart_id: cart.id }, token)
  await store(
    `payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: "pp_system_default" },
    token
  )
  const { order } = await store(`carts/${cart.id}/complete`, {}, token)
  return eventually(async () => {
    const { memberships } = await admin(`memberships?order_id=${order.id}`)
    return memberships[0]
  })
}

/** Records the payment of a membership's order and gives some of it back, so that staff are asked what becomes of it. */
export async function refund({ id, order_id }, amount) {
  await admin(`memberships/${id}/record-payment`, {})
  const { order } = await admin(`orders/${order_id}?fields=payment_collections.payments.id`)
  await admin(`payments/${order.payment_collections[0].payments[0].id}/refund`, { amount })
  return eventually(async () => {
    const { membership_sale_issues } = await admin(`membership-sale-issues?order_id=${order_id}`)
    return membership_sale_issues[0]
  })
}

/** An order that never passed our checks, as a webhook or an integration makes it: a sale issue comes of it. */
export async function orderPastTheChecks({ plan, email, unit_price }) {
  const { membership_plans } = await admin(`membership-plans?handle=${plan}&fields=id,variant_id`)
  const { draft_order } = await admin("draft-orders", {
    ...{ email, region_id: card.region_id, shipping_address: address, billing_address: address },
    items: [{ variant_id: membership_plans[0].variant_id, quantity: 1, unit_price }],
  })
  await admin(`draft-orders/${draft_order.id}/convert-to-order`, {})
  return eventually(async () => {
    const { membership_sale_issues } = await admin(`membership-sale-issues?order_id=${draft_order.id}`)
    return membership_sale_issues[0]
  })
}

async function eventually(attempt, seconds = 30) {
  for (let tenths = 0; tenths < seconds * 10; tenths++) {
    const found = await attempt()
    if (found) return found
    await sleep(100)
  }
  throw new Error(`It did not come within ${seconds} seconds.`)
}
