// A purchase as a storefront makes it, with the platform's own SDK: a family membership and a T-shirt in one cart.
import Medusa from "@medusajs/js-sdk"
import { randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { bornOn } from "./ages.mjs"
import { PlainFailure } from "./lifetime.mjs"
import { printMembership, printOrder, printPlans, printQuote } from "./demo-pages.mjs"

const address = {
  ...{
    first_name: "Dana",
    last_name: "Demo",
    address_1: "Ritterstraße 1",
    postal_code: "10969",
    city: "Berlin",
  },
  country_code: "de",
}

const clientFor = (baseUrl, publishableKey) =>
  new Medusa({ baseUrl, publishableKey, auth: { type: "jwt", jwtTokenStorageMethod: "memory" } })

/** Asked before anything is bought, so that a studio that is not there is told as such. */
async function mustAnswer(base_url) {
  const answer = await fetch(`${base_url}/health`, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined
  )
  if (!answer?.ok) throw new PlainFailure(`No studio answers at ${base_url}; open it with npm start.`)
}

/** What the studio refuses, in its own words, after what was being done. */
async function step(name, work) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    throw new PlainFailure(`The demo stopped at "${name}": ${error.message}`)
  }
}

async function signUp(sdk) {
  const email = `dana.${randomBytes(4).toString("hex")}@example.com`
  const password = randomBytes(12).toString("base64url")
  await sdk.auth.register("customer", "emailpass", { email, password })
  const { customer } = await sdk.store.customer.create({ email, first_name: "Dana", last_name: "Demo" })
  await sdk.auth.login("customer", "emailpass", { email, password })
  return customer
}

/** The studio's own date: its clock may have been moved. Without an adjustable clock it is this machine's. */
async function studioToday(admin) {
  const clock = await admin.client
    .fetch("/admin/studio-clock")
    .then(({ studio_clock }) => studio_clock)
    .catch((error) => {
      if (error.status === 404) return { now: new Date().toISOString(), time_zone: "UTC" }
      throw error
    })
  return new Intl.DateTimeFormat("en-CA", { timeZone: clock.time_zone }).format(new Date(clock.now))
}

async function fillCart(sdk, { customer, quote, people, shop }) {
  const { cart } = await sdk.store.cart.create({ region_id: shop.region_id, email: customer.email })
  await sdk.client.fetch(`/store/carts/${cart.id}/memberships`, {
    method: "POST",
    body: {
      plan_id: quote.plan_id,
      location_id: shop.location_id,
      quote_id: quote.id,
      people,
      ...(quote.terms ? { accepted_terms_version: quote.terms.version } : {}),
    },
  })
  const { products } = await sdk.store.product.list({
    handle: shop.shirt_handle,
    region_id: shop.region_id,
    fields: "id,title,variants.id",
  })
  const variant_id = products[0]?.variants[0]?.id
  if (!variant_id)
    throw new PlainFailure(`The studio sells no product with the handle "${shop.shirt_handle}".`)
  await sdk.store.cart.createLineItem(cart.id, { variant_id, quantity: 1 })
  return cart.id
}

/** The shirt is shipped; the membership needs nothing of this. */
async function chooseShipping(sdk, cart_id) {
  await sdk.store.cart.update(cart_id, { shipping_address: address, billing_address: address })
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({ cart_id })
  if (!shipping_options[0]) throw new PlainFailure("The studio ships nothing to Germany.")
  const { cart } = await sdk.store.cart.addShippingMethod(cart_id, { option_id: shipping_options[0].id })
  return cart
}

async function pay(sdk, cart) {
  await sdk.store.payment.initiatePaymentSession(cart, { provider_id: "pp_system_default" })
  const answer = await sdk.store.cart.complete(cart.id)
  if (answer.type !== "order") throw new PlainFailure(`The cart was not completed: ${answer.error.message}`)
  const fields = "*items,*items.tax_lines,*shipping_methods,*shipping_methods.tax_lines"
  return (await sdk.store.order.retrieve(answer.order.id, { fields: `+total,${fields}` })).order
}

/** It exists as soon as the order does; the answer to the completion may still be a moment ahead of it. */
async function boughtMembership(sdk) {
  for (let tenths = 0; tenths < 100; tenths++) {
    const { memberships } = await sdk.client.fetch("/store/memberships", { query: { role: "managed" } })
    if (memberships[0]) return memberships[0]
    await sleep(100)
  }
  throw new PlainFailure("The order was placed, but no membership came of it within ten seconds.")
}

/**
 * @param {object} shop the card that the seed wrote: keys, ids and the administrator's login
 * @param {string} shop.base_url
 * @param {(line: string) => void} shop.print
 * @returns what was shown and made: quote, order, and the membership before and after its payment was recorded
 */
export async function runDemo({ print, ...shop }) {
  await mustAnswer(shop.base_url)
  const sdk = clientFor(shop.base_url, shop.publishable_key)
  const admin = clientFor(shop.base_url)
  const { region_id, location_id, family_plan_handle } = shop

  await step("staff log in", () =>
    admin.auth.login("user", "emailpass", { email: shop.admin_email, password: shop.admin_password })
  )
  const today = await step("the studio's date", () => studioToday(admin))
  const customer = await step("sign up", () => signUp(sdk))
  print(`${customer.first_name} ${customer.last_name} signs up as ${customer.email}.`)

  const { membership_plans } = await step("list the plans", () =>
    sdk.client.fetch("/store/membership-plans", { query: { region_id, location_id } })
  )
  printPlans(print, membership_plans)

  const people = shop.family_ages.map((age) => ({ date_of_birth: bornOn(today, age) }))
  const { quote } = await step("quote the family plan", () =>
    sdk.client.fetch(`/store/membership-plans/${family_plan_handle}/quote`, {
      method: "POST",
      body: { region_id, location_id, people },
    })
  )
  printQuote(print, quote, shop.family_ages)

  const cart_id = await step("fill the cart", () => fillCart(sdk, { customer, quote, people, shop }))
  const cart = await step("choose the shipping", () => chooseShipping(sdk, cart_id))
  const order = await step("pay", () => pay(sdk, cart))
  printOrder(print, order)

  const pending = await step("look at the membership", () => boughtMembership(sdk))
  printMembership(print, pending)

  print("\nThe system's payment provider only authorizes, so staff record the payment.")
  await step("record the payment", () =>
    admin.client.fetch(`/admin/memberships/${pending.id}/record-payment`, {
      method: "POST",
      body: { note: "Recorded by npm run demo." },
    })
  )
  const { membership: active } = await step("look at the membership again", () =>
    sdk.client.fetch(`/store/memberships/${pending.id}`)
  )
  printMembership(print, active)
  if (active.status !== "active")
    throw new PlainFailure("The membership is paid, but it did not become active.")
  return { today, quote, order, pending, active }
}
