// An introductory offer that goes on by itself as a monthly plan, and somebody new who bought it (PLAN-8).
import { randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { admin } from "./studio-api.mjs"
import { card } from "./studio-page.mjs"

export const OFFER = "Two weeks, then monthly"
const HANDLE = "two-weeks-then-monthly"

const planOf = async (handle) =>
  (await admin(`membership-plans?handle=${handle}&fields=id,name`)).membership_plans[0]

/** On sale; the same one where it was made before. */
export async function offer() {
  const before = await planOf(HANDLE)
  if (before) return before
  const { id: converts_to_plan_id } = await planOf("unlimited-monthly")
  const { membership_plan } = await admin("membership-plans", {
    ...{ name: OFFER, handle: HANDLE, kind: "membership", audience: "individual", status: "active" },
    ...{ billing: { type: "one_time" }, validity: { unit: "day", count: 14 } },
    introductory_offer: {
      ...{ new_customers_only: true, look_back_days: null, limit_per_customer: 1, limit_per_household: null },
      ...{ converts_to_plan_id, conversion: "automatic" },
    },
  })
  const { price_chart } = await admin(`membership-plans/${membership_plan.id}/price-charts`, {})
  const prices = ["eur", "usd"].map((currency_code) => ({ currency_code, amount: 19 }))
  await admin(`price-charts/${price_chart.id}`, { rows: [{ label: "Two weeks", prices }] })
  await admin(`price-charts/${price_chart.id}/finalize`, {})
  await admin(`price-charts/${price_chart.id}/publish`, {})
  return membership_plan
}

/** Never had a plan. */
export async function newcomer(first_name = "Nora", last_name = "Neu") {
  const email = `${last_name}.${randomBytes(4).toString("hex")}@example.test`.toLowerCase()
  return (await admin("customers", { email, first_name, last_name })).customer
}

const found = async (last_name) =>
  (await admin(`memberships?limit=1&fields=id&q=${last_name}`)).memberships[0]

/** Sold at the desk. @returns its id; the same one where it was sold before */
export async function sold({ plan, last_name, ...consent }) {
  const before = await found(last_name)
  if (before) return before.id
  const { id: customer_id } = await newcomer("Nora", last_name)
  const { membership } = await admin("memberships", {
    ...{ plan_id: plan.id, customer_id, region_id: card.region_id, location_id: card.location_id },
    ...{ seats: [{ classification_id: null, count: 1 }], payment: "paid", ...consent },
  })
  return membership.id
}

/** That it goes on is planned with the sale, or by the next run of the studio's job. */
export async function goesOn(id, seconds = 90) {
  for (let tenths = 0; tenths < seconds * 10; tenths++) {
    const { planned_plan_change } = (await admin(`memberships/${id}`)).membership
    if (planned_plan_change) return planned_plan_change
    await sleep(100)
  }
  throw new Error(`Nothing follows ${id} within ${seconds} seconds.`)
}

/** Sold in the demo studio, where the same is only offered. */
export const demoOffer = async () => planOf("two-weeks-to-try")
