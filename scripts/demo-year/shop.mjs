// What the households do, over HTTP: purchases as a storefront makes them, and what staff do at their desk.
import Medusa from "@medusajs/js-sdk"
import { setTimeout as sleep } from "node:timers/promises"
import { PlainFailure } from "../lifetime.mjs"
import { bornOn } from "../ages.mjs"
import { CARDS } from "./households.mjs"

/** What is not renewed; the others keep the card that they were bought with. */
const ONCE = ["ten-classes", "two-weeks-to-try", "childrens-dance-term"]
const PROVIDER = "pp_sandbox_sandbox"
const ADDRESS = { address_1: "Ritterstraße 1", postal_code: "10969", city: "Berlin", country_code: "de" }

const clientFor = (baseUrl, publishableKey) =>
  new Medusa({ baseUrl, publishableKey, auth: { type: "jwt", jwtTokenStorageMethod: "memory" } })

/** What comes a moment after it was caused. */
async function eventually(what, look) {
  for (let tries = 0; tries < 150; tries++) {
    const found = await look()
    if (found) return found
    await sleep(100)
  }
  throw new PlainFailure(`It took more than fifteen seconds: ${what}.`)
}

export class Shop {
  /** @param card what the seed wrote, with `base_url` */
  constructor(card) {
    this.card = card
    this.adminClient = clientFor(card.base_url)
  }

  async logIn() {
    const { admin_email: email, admin_password: password } = this.card
    await this.adminClient.auth.login("user", "emailpass", { email, password })
    const { membership_services } = await this.admin("membership-services?limit=100")
    this.services = new Map(membership_services.map(({ id, name }) => [name, id]))
  }

  admin(path, body) {
    return this.adminClient.client.fetch(`/admin/${path}`, body ? { method: "POST", body } : {})
  }

  /** Somebody with an account; known by name where they are to be checked in. */
  async welcome(household) {
    const client = clientFor(this.card.base_url, this.card.publishable_key)
    const { email, name } = household
    const [first_name, last_name] = name.split(" ")
    const password = `password of ${email}`
    await client.auth.register("customer", "emailpass", { email, password })
    const { customer } = await client.store.customer.create({ email, first_name, last_name })
    await client.auth.login("customer", "emailpass", { email, password })
    const person = { client, customer, memberships: [] }
    if (!household.wish.is_known) return person
    const date_of_birth = bornOn("2027-01-01", household.wish.age ?? 30)
    const { member } = await this.admin("members", { first_name, customer_id: customer.id, date_of_birth })
    return { ...person, member_id: member.id }
  }

  wishOf({ wish }, person) {
    if (wish.seats) return { seats: wish.seats }
    if (wish.is_known) return { people: [{ member_id: person.member_id }] }
    return { people: wish.ages.map((age) => ({ date_of_birth: bornOn("2027-01-01", age) })) }
  }

  /** Quote, cart, card, order; and the memberships, one unless said, that come of it. @returns what was paid, in cents */
  async buy({ household, person, plan, starts_on, count = 1 }) {
    const { region_id, location_id } = this.card
    const { client, customer } = person
    const store = (path, body) => client.client.fetch(`/store/${path}`, body ? { method: "POST", body } : {})
    const wish = { ...this.wishOf(household, person), location_id, ...(starts_on ? { starts_on } : {}) }
    const { quote } = await store(`membership-plans/${plan}/quote`, { ...wish, region_id })
    const { cart } = await client.store.cart.create({ region_id, email: customer.email })
    const accepted = quote.terms ? { accepted_terms_version: quote.terms.version } : {}
    const bought = { plan_id: quote.plan_id, quote_id: quote.id, ...accepted }
    for (let nth = 0; nth < count; nth++) await store(`carts/${cart.id}/memberships`, { ...wish, ...bought })
    const address = { first_name: household.name, last_name: "Demo", ...ADDRESS }
    const addresses = { shipping_address: address, billing_address: address }
    const { cart: ready } = await client.store.cart.update(cart.id, addresses)
    const data = { card_number: CARDS.paid, setup_future_usage: "off_session" }
    await client.store.payment.initiatePaymentSession(ready, { provider_id: PROVIDER, data })
    const answer = await client.store.cart.complete(cart.id)
    if (answer.type !== "order") throw new PlainFailure(`${household.name} could not buy ${plan}.`)
    const sold = await eventually("the membership of an order that was paid", async () => {
      const { memberships } = await this.admin(`memberships?order_id=${answer.order.id}`)
      const paid = memberships.filter(({ status }) => status !== "pending")
      return paid.length === count && paid
    })
    person.memberships.push(...sold.map(({ id }) => id))
    if (ONCE.includes(plan)) return Math.round(answer.order.total * 100)
    await eventually("the saved card of a purchase", async () => {
      const { payment_methods } = await store("payment-methods")
      return payment_methods.some(({ pays_renewals }) => pays_renewals)
    })
    return Math.round(answer.order.total * 100)
  }

  async useCard({ person, card }) {
    const body = { provider_id: PROVIDER, data: { card_number: CARDS[card] } }
    const store = (path, given) =>
      person.client.client.fetch(`/store/${path}`, { method: "POST", body: given })
    const { payment_method } = await store("payment-methods", body)
    const { retried_charge_ids } = await store(`payment-methods/${payment_method.id}/pay-renewals`, {})
    // What failed is tried again at once, and nobody moves the clock meanwhile.
    for (const id of retried_charge_ids)
      await eventually("the retry of what had failed", async () => {
        const { membership_charge } = await this.admin(`membership-charges/${id}`)
        return membership_charge.status !== "failed" && membership_charge.status !== "processing"
      })
  }

  async checkIn({ person, service }) {
    const body = { member_id: person.member_id, location_id: this.card.location_id }
    const { decision } = await this.admin("check-ins", { ...body, service_id: this.services.get(service) })
    return decision.allowed
  }

  async hold({ person, starts_on, resumes_on }) {
    await this.admin(`memberships/${person.memberships[0]}/hold`, { starts_on, resumes_on, reason: "Away" })
  }

  async cancel({ person }) {
    const reason = "Moves away"
    await this.admin(`memberships/${person.memberships[0]}/cancel`, { way: { at: "renewal" }, reason })
  }

  async chargesOf(membership_id, status) {
    const query = `membership_id=${membership_id}&status=${status}&limit=100`
    return (await this.admin(`membership-charges?${query}`)).membership_charges
  }

  /** The holder confirms on the bank's page what it asks them. */
  async confirm({ person }) {
    for (const charge of await this.chargesOf(person.memberships[0], "requires_action")) {
      const { pathname } = new URL(charge.action_url, this.card.base_url)
      const body = JSON.stringify({ decision: "confirm" })
      const headers = { "content-type": "application/json" }
      const { ok } = await fetch(`${this.card.base_url}${pathname}`, { method: "POST", body, headers })
      if (!ok) throw new PlainFailure("The bank's page did not take the confirmation.")
    }
  }

  /** Part of what an order was paid with, given back by staff. @returns it in cents */
  async refund({ order_id, share }) {
    const { order } = await this.admin(`orders/${order_id}?fields=payment_collections.payments.*`)
    const [payment] = order.payment_collections[0].payments
    const cents = Math.floor(payment.amount * 100 * share)
    await this.admin(`payments/${payment.id}/refund`, { amount: cents / 100 })
    const issue = await eventually("the question what becomes of a refund", async () => {
      const { membership_sale_issues } = await this.admin(`membership-sale-issues?order_id=${order_id}`)
      return membership_sale_issues[0]
    })
    return { cents, issue }
  }

  async refundRenewal({ person, share }) {
    const paid = await this.chargesOf(person.memberships[0], "paid")
    const charge = paid.find(({ order_id, paid_by }) => order_id && paid_by === "provider")
    if (!charge) return 0
    const { cents, issue } = await this.refund({ order_id: charge.order_id, share })
    await this.admin(`membership-sale-issues/${issue.id}/resolve`, { action: "keep", reason: "A courtesy" })
    return cents
  }

  async refundSale({ person }) {
    const { membership } = await this.admin(`memberships/${person.memberships[0]}`)
    const { cents, issue } = await this.refund({ order_id: membership.order_id, share: 1 })
    await this.admin(`membership-sale-issues/${issue.id}/resolve`, { action: "void", reason: "Returned" })
    return cents
  }

  /** Once a month staff look at what waits for them: the first is paid in cash, the others are waived. */
  async settleParked() {
    const { membership_charges } = await this.admin(
      "membership-charges?status=parked&limit=100&order=created_at"
    )
    for (const [at, { id }] of membership_charges.entries())
      if (at % 2 === 0) await this.admin(`membership-charges/${id}/record-payment`, { method: "cash" })
      else await this.admin(`membership-charges/${id}/waive`, { reason: "Their bank was out of order" })
  }

  async setClock(now) {
    await this.admin("studio-clock", { now, run: false })
  }

  /** @returns how much of each kind of work was done on the way */
  async liveUntil(now) {
    const done = {}
    for (;;) {
      const { run } = await this.admin("studio-clock", { now })
      for (const { work, count } of run.ran) done[work] = (done[work] ?? 0) + count
      if (run.failure)
        throw new PlainFailure(`${run.failure.work} failed at ${run.reached}: ${run.failure.message}`)
      if (run.still_due.includes("orders"))
        throw new PlainFailure(`At ${run.reached} an order could not be made.`)
      if (run.complete) return done
    }
  }

  /** As Prometheus reads them. */
  async metrics() {
    const headers = { accept: "text/plain" }
    return (await this.adminClient.client.fetch("/admin/membership-metrics", { headers })).text()
  }

  /** All that the bank has taken and given back. */
  async captures() {
    const all = []
    for (;;) {
      const path = `payment-sandbox/captures?limit=100&offset=${all.length}`
      const { captures, count } = await this.admin(path)
      all.push(...captures)
      if (all.length >= count || captures.length === 0) return all
    }
  }
}
