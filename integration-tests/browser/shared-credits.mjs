// A shared membership in which each seat has credits of its own, for two services that can be exchanged.
import { randomBytes } from "node:crypto"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"

const row = (label, amount, rest) => ({ label, prices: [{ currency_code: "eur", amount }], ...rest })
const ROWS = [row("First", 60, { required: true }), row("Further", 40, { unlimited: true })]

async function planOf(from_service_id, to_service_id) {
  const { membership_plan } = await admin("membership-plans", {
    ...{
      name: `Duo ${randomBytes(4).toString("hex")}`,
      kind: "membership",
      audience: "shared",
      status: "active",
    },
    ...{ currency_codes: ["eur"], billing: { type: "recurring", interval: "month", interval_count: 1 } },
    entitlement: {
      ...{ type: "credits", credits: 4, per: "period", scope: "separate" },
      ...{ belongs_to: "seat", transferable: true },
    },
    services: [from_service_id, to_service_id],
    credit_exchange: [{ from_service_id, to_service_id, from_credits: 2, to_credits: 1 }],
  })
  const { price_chart } = await admin(`membership-plans/${membership_plan.id}/price-charts`, {})
  await admin(`price-charts/${price_chart.id}`, { rows: ROWS })
  for (const step of ["finalize", "publish"]) await admin(`price-charts/${price_chart.id}/${step}`, {})
  return membership_plan.id
}

/** Two people with four credits each for yoga, and four for dance: two of yoga make one of dance. */
export async function sharedCredits(last_name) {
  const { membership_services: services } = await admin("membership-services?fields=id,name&limit=100")
  const idOf = (name) => services.find((service) => service.name === name).id
  const { id, customer_id } = await buy({
    ...{ plan: await planOf(idOf("Yoga class"), idOf("Dance class")), first_name: "Ines", last_name },
    seats: [{ classification_id: null, count: 2 }],
  })
  await admin(`memberships/${id}/record-payment`, {})
  const person = async (first_name, login) =>
    (await admin("members", { first_name, last_name, date_of_birth: "1990-01-01", ...login })).member.id
  const ines = await person("Ines", { customer_id })
  const paul = await person("Paul")
  await admin("households", { name: last_name, guardian_ids: [ines], member_ids: [paul] })
  const { membership } = await admin(`memberships/${id}`)
  for (const [at, member_id] of [ines, paul].entries())
    await admin(`memberships/${id}/seats/${membership.seats[at].id}/assign`, { member_id })
  return id
}
