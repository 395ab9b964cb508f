import assert from "node:assert/strict"
import { before, test } from "node:test"
import { call, staff } from "./host-store.mjs"

// A membership is sold in somebody else's store, over HTTP alone, as its staff and its storefront do it.
let admin
let store
let region

const post = async (route, body, headers = admin) => {
  const answer = await call("POST", route, { body, headers })
  assert.equal(answer.status, 200, `POST ${route} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
const get = async (route) => (await call("GET", route, { headers: admin })).body

before(async () => {
  admin = await staff()
  const { sales_channels } = await get("/admin/sales-channels")
  const { api_key } = await post("/admin/api-keys", { title: "Host storefront", type: "publishable" })
  await post(`/admin/api-keys/${api_key.id}/sales-channels`, { add: [sales_channels[0].id] })
  store = { "x-publishable-api-key": api_key.token }
  const germany = {
    name: "Germany",
    currency_code: "eur",
    countries: ["de"],
    payment_providers: ["pp_system_default"],
  }
  region = (await post("/admin/regions", germany)).region
})

async function sellablePlan(plan, rows) {
  const { membership_plan } = await post("/admin/membership-plans", {
    kind: "membership",
    audience: "individual",
    status: "active",
    currency_codes: ["eur"],
    ...plan,
  })
  const { price_chart } = await post(`/admin/membership-plans/${membership_plan.id}/price-charts`, {})
  await post(`/admin/price-charts/${price_chart.id}`, { rows })
  await post(`/admin/price-charts/${price_chart.id}/finalize`, {})
  await post(`/admin/price-charts/${price_chart.id}/publish`, {})
  return membership_plan
}

const row = (label, amount, more = {}) => ({ label, prices: [{ currency_code: "eur", amount }], ...more })

async function complete(cart_id) {
  const { payment_collection } = await post("/store/payment-collections", { cart_id }, store)
  const sessions = `/store/payment-collections/${payment_collection.id}/payment-sessions`
  await post(sessions, { provider_id: "pp_system_default" }, store)
  const answer = await post(`/store/carts/${cart_id}/complete`, {}, store)
  assert.equal(answer.type, "order", JSON.stringify(answer.error))
  return answer.order
}

async function membershipsOf(order_id, count) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { memberships } = await get(`/admin/memberships?order_id=${order_id}`)
    if (memberships.length === count) return memberships
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  assert.fail(`the order made no ${count} memberships within 20 seconds`)
}

test("SALE-1, SALE-6: a shared membership is quoted, put into a cart and bought", async () => {
  const plan = await sellablePlan({ name: "Duo", audience: "shared" }, [
    row("You", 60),
    row("Your friend", 40),
  ])
  const seats = [{ classification_id: null, count: 2 }]
  const { quote } = await post(
    `/store/membership-plans/${plan.id}/quote`,
    { region_id: region.id, seats },
    store
  )
  assert.equal(quote.total, 100)
  const { cart } = await post("/store/carts", { region_id: region.id, email: "ann@host.test" }, store)
  await post(`/store/carts/${cart.id}/memberships`, { plan_id: plan.id, quote_id: quote.id, seats }, store)
  const order = await complete(cart.id)
  assert.equal(order.total, 100)
  const [membership] = await membershipsOf(order.id, 1)
  assert.equal(membership.status, "pending")
  const paid = await post(`/admin/memberships/${membership.id}/record-payment`, {})
  assert.equal(paid.membership.status, "active")
})

test("SALE-3: an existing storefront's plain add-to-cart sells the credit pack", async () => {
  const entitlement = { type: "credits", credits: 10, per: "term", scope: "shared" }
  const pack = await sellablePlan({ name: "Ten classes", kind: "credit_pack", entitlement }, [
    row("Pack", 150),
  ])
  const { cart } = await post("/store/carts", { region_id: region.id, email: "bob@host.test" }, store)
  await post(`/store/carts/${cart.id}/line-items`, { variant_id: pack.variant_id, quantity: 1 }, store)
  const order = await complete(cart.id)
  assert.equal(order.total, 150)
  const [membership] = await membershipsOf(order.id, 1)
  assert.equal(membership.plan.id, pack.id)
})
