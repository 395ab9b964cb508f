// Memberships that renew, paid by test cards of the sandbox. They are sold while the studio's clock stands in the past, so
// that their renewals are due, or about to be, once it runs again.
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"

/** What the sandbox's bank does with each (src/providers/payment-sandbox/cards.ts). */
export const CARDS = {
  paid: "4242424242424242",
  declined: "4000000000000002",
  insufficient_funds_once: "4000000000009995",
  expired: "4000000000000069",
  three_d_secure: "4000000000003220",
  timeout_paid: "4000000000000408",
  timeout_unpaid: "4000000000001406",
}

const DAY_MS = 86_400_000

/** Whatever is done meanwhile happens so many days ago. */
export async function daysAgo(days, work) {
  const { studio_clock } = await admin("studio-clock")
  const now = new Date(Date.parse(studio_clock.now) - days * DAY_MS).toISOString()
  await admin("studio-clock", { now })
  try {
    return await work()
  } finally {
    await admin("studio-clock", { release: true })
  }
}

/** A monthly membership that was paid at the desk, and whose renewals the card pays; without one nothing does. */
export async function subscribe({ first_name, last_name, card }) {
  const sold = await buy({
    ...{ plan: "unlimited-monthly", people: [{ date_of_birth: "1990-01-01" }] },
    ...{ first_name, last_name, card_number: card && CARDS[card] },
  })
  await admin(`memberships/${sold.id}/record-payment`, {})
  return sold
}

/** What the job of each minute does about money, at once. */
export const run = () => admin("renewal-runs", {})

export const chargesOf = async ({ id }) => (await admin(`memberships/${id}/charges`)).membership_charges

/** The only charge of each of these, once they have one. */
export async function renew(...memberships) {
  await run()
  return Promise.all(memberships.map(async (sold) => (await chargesOf(sold))[0]))
}

/** Asked often enough in vain, a charge of which nobody knows what became is parked for staff. */
export async function park({ id }) {
  for (let times = 0; times < 12; times++) {
    const { membership_charge } = await admin(`membership-charges/${id}/reconcile`, {})
    if (membership_charge.status === "parked") return membership_charge
  }
  throw new Error(`Charge ${id} was not parked.`)
}
