// A studio as it looks after its first days: the seed sells nothing, and a list without rows shows little.
import { buy, orderPastTheChecks, refund } from "./purchases.mjs"
import { daysAgo, park, renew, subscribe } from "./renewing.mjs"
import { admin } from "./studio-api.mjs"
import { card } from "./studio-page.mjs"

const born = (...dates) => dates.map((date_of_birth) => ({ date_of_birth }))

/** The last one is the newest. */
const PURCHASES = [
  {
    first_name: "Amira",
    last_name: "Haddad",
    plan: "unlimited-monthly",
    people: born("1994-03-12"),
    paid: true,
  },
  { first_name: "Jonas", last_name: "Petersen", plan: "ten-classes", people: born("1987-11-02"), paid: true },
  { first_name: "Sofia", last_name: "Marino", plan: "daytime", people: born("1951-06-30"), paid: true },
  {
    first_name: "Lena",
    last_name: "Vogt",
    plan: "friends",
    people: born("1999-01-08", "1998-09-19", "2000-04-27"),
  },
  {
    ...{ first_name: "David", last_name: "Okafor", plan: card.family_plan_handle, paid: true },
    people: born("1985-02-14", "1986-08-09", "2014-05-06", "2019-10-21"),
    accepted_terms_version: card.family_terms_version,
  },
  {
    first_name: "Northwind",
    last_name: "GmbH",
    plan: "company",
    people: born("1980-01-01", "1990-01-01", "1991-01-01"),
  },
  {
    first_name: "Tomasz",
    last_name: "Nowak",
    plan: "unlimited-annual",
    people: born("1979-12-24"),
    paid: true,
  },
  { first_name: "Rita", last_name: "Returns", plan: "ten-classes", people: born("1990-01-01"), refunded: 20 },
  {
    ...{ first_name: "Dana", last_name: "Demo", plan: card.family_plan_handle },
    people: born("1988-02-03", "1990-07-04", "2014-05-06", "2020-05-06"),
    accepted_terms_version: card.family_terms_version,
  },
]

/** Memberships that renew: what the bank says to each is its card's doing. */
const DUE = [
  { first_name: "Zoe", last_name: "Zacharias", card: "paid" },
  {
    first_name: "Maximiliane-Charlotte",
    last_name: "Lange-von-Hohenstein-Wittgenstein",
    card: "declined",
  },
  { first_name: "Emil", last_name: "Abgelaufen", card: "expired" },
  { first_name: "Nina", last_name: "Sicher", card: "three_d_secure" },
  { first_name: "Klaus", last_name: "Bargeld", card: "declined" },
  { first_name: "Uwe", last_name: "Ungewiss" },
  { first_name: "Gerd", last_name: "Geparkt", card: "timeout_unpaid" },
]
const COMING = [
  { first_name: "Vera", last_name: "Voraus", card: "paid" },
  { first_name: "Ole", last_name: "Ohnekarte" },
]

async function letRenew() {
  const due = []
  await daysAgo(35, async () => {
    for (const each of DUE) due.push(await subscribe(each))
  })
  await daysAgo(20, async () => {
    for (const each of COMING) await subscribe(each)
  })
  const charges = await renew(...due)
  const of = (name) => charges[DUE.findIndex(({ last_name }) => last_name === name)]
  await park(of("Geparkt"))
  const paid = { method: "cash", reference: "R-2041", note: "At the front desk, with a tip for the team" }
  await admin(`membership-charges/${of("Bargeld").id}/record-payment`, paid)
}

async function sell({ paid = false, refunded = 0, ...purchase }) {
  const sold = await buy(purchase)
  if (paid) await admin(`memberships/${sold.id}/record-payment`, {})
  if (refunded) await refund(sold, refunded)
}

/** Sells what is above, lets some of it renew, and leaves a sale and a refund for staff to decide, once a studio. */
export async function furnish() {
  const { count } = await admin("memberships?q=okafor&limit=1")
  if (count > 0) return
  await letRenew()
  for (const purchase of PURCHASES) await sell(purchase)
  await orderPastTheChecks({ plan: "ten-classes", email: "kiosk@example.test", unit_price: 1 })
}
