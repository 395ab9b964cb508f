// A plan with two versions of its prices and what was sold by the first: for two, for two who pay for themselves, and one
// that ends with its period.
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"

const row = (label, amount, rest = {}) => ({ label, prices: [{ currency_code: "eur", amount }], ...rest })

async function version(plan_id, [first, second]) {
  const { price_chart } = await admin(`membership-plans/${plan_id}/price-charts`, {})
  const rows = [row("First", first, { required: true }), row("Second", second)]
  await admin(`price-charts/${price_chart.id}`, { rows })
  await admin(`price-charts/${price_chart.id}/finalize`, {})
  return price_chart.id
}

async function sell(plan, first_name, last_name) {
  const seats = [{ classification_id: null, count: 2 }]
  const sold = await buy({ plan, seats, first_name, last_name })
  await admin(`memberships/${sold.id}/record-payment`, {})
  return sold.id
}

async function paidByTwo(id) {
  const email = `moves.${id.slice(-6)}@example.test`.toLowerCase()
  const { customer } = await admin("customers", { email, first_name: "Noor", last_name: "Pays" })
  const { membership } = await admin(`memberships/${id}`)
  const second = membership.seats.find(({ label }) => label === "Second")
  await admin(`memberships/${id}/seats/${second.id}/payer`, { payer_customer_id: customer.id })
}

/** @returns ids of the plan, of both versions, and of what was sold by the first */
export async function soldBefore({ name, handle, last_name }) {
  const { membership_plan } = await admin("membership-plans", {
    ...{ name, handle, kind: "membership", audience: "shared", status: "active", currency_codes: ["eur"] },
    billing: { type: "recurring", interval: "month", interval_count: 1 },
  })
  const plan_id = membership_plan.id
  const former = await version(plan_id, [60, 40])
  await admin(`price-charts/${former}/publish`, {})
  const sold = []
  for (const first_name of ["Ada", "Ben", "Cleo"]) sold.push(await sell(plan_id, first_name, last_name))
  const [one, two, ending] = sold
  await paidByTwo(two)
  await admin(`memberships/${ending}/cancel`, { way: { at: "renewal" } })
  const next = await version(plan_id, [65, 45.5])
  return { plan_id, former, next, one, two, ending }
}
