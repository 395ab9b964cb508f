// The studio's books of a month, and whether they agree: with the month before, with the ledger, and with the bank's.
// Amounts are cents.

const cents = (amount) => Math.round(amount * 100)
const sum = (all, of) => all.reduce((total, each) => total + of(each), 0)

/** What the studio has written down, as of now. */
export async function readStudio(client) {
  const rows = async (statement) => (await client.query(statement)).rows
  const charges = await rows(
    `select id, membership_id, payer_key, period_key, status, paid_by, paid_beside_attempt, order_id,
       coalesce(total_minor, subtotal_minor - discount_minor)::float8 as cents, due_at, settled_at
     from membership_charge where deleted_at is null order by due_at, id`
  )
  const entries = await rows(
    `select grant_id, kind, (available + reserved)::int as credits, at,
       (available_value_minor + reserved_value_minor)::float8 as cents
     from membership_credit_entry where deleted_at is null order by at, id`
  )
  const grants = await rows(
    `select id, (available + reserved)::int as credits, (available_value_minor + reserved_value_minor)::float8 as cents
     from membership_credit_grant where deleted_at is null and granted_at is not null`
  )
  const orders = await rows(
    `select c.id as charge_id, s.totals ->> 'current_order_total' as total from membership_charge c
     join "order" o on o.id = c.order_id
     join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
     where c.deleted_at is null`
  )
  return { charges, entries, grants, orders }
}

const HEADING = {
  grant: "granted",
  reserve: "used",
  redeem: "used",
  release: "used",
  expire: "expired",
  revoke: "revoked",
}

/** @param told what the households were told they paid and got back this month, in cents */
export function closeMonth({ month, from, until, studio, bank, told, before }) {
  const within = (at) => at !== null && from <= at && at < until
  const { charges, entries, grants } = studio
  const isOpen = ({ settled_at, status }) => settled_at === null && status !== "canceled"
  const settled = charges.filter(({ settled_at }) => within(settled_at))
  const byBank = settled.filter(({ status, paid_by }) => status === "paid" && paid_by === "provider")
  const byHand = settled.filter(({ status, paid_by }) => status === "paid" && paid_by === "manual")
  const given_up = charges.filter(
    ({ status, settled_at }) => ["waived", "canceled"].includes(status) && within(settled_at)
  )
  const credits = { opening: before.credits.closing, granted: 0, used: 0, expired: 0, revoked: 0, other: 0 }
  const values = { ...credits, opening: before.values.closing }
  for (const { kind, credits: count, cents: value, at } of entries) {
    if (!within(at)) continue
    const heading = HEADING[kind] ?? "other"
    credits[heading] += count
    values[heading] += value
  }
  return {
    month,
    sold: told.sold,
    charged: sum(
      charges.filter(({ due_at }) => within(due_at)),
      ({ cents: due }) => due
    ),
    paid: sum(byBank, ({ cents: paid }) => paid),
    by_hand: sum(byHand, ({ cents: paid }) => paid),
    given_up: sum(given_up, ({ cents: left }) => left),
    refunded: told.refunded,
    owed: { opening: before.owed.closing, closing: sum(charges.filter(isOpen), ({ cents: due }) => due) },
    bank: {
      taken: sum(bank, ({ amount }) => cents(amount)),
      given_back: sum(bank, ({ refunded_amount }) => cents(refunded_amount)),
    },
    credits: { ...credits, closing: sum(grants, (grant) => grant.credits) },
    values: { ...values, closing: sum(grants, (grant) => grant.cents) },
  }
}

export const NOTHING_YET = {
  owed: { closing: 0 },
  bank: { taken: 0, given_back: 0 },
  credits: { closing: 0 },
  values: { closing: 0 },
}

/** @returns a sentence for each thing that does not agree */
export function differences({ row, before, studio, bank }) {
  const found = []
  const same = (what, is, expected) => {
    if (is !== expected) found.push(`${row.month}: ${what} is ${is}, and ${expected} by the books`)
  }
  const { opening, closing } = row.owed
  same("what is owed", closing, opening + row.charged - row.paid - row.by_hand - row.given_up)
  same("what the bank took", row.bank.taken - before.bank.taken, row.sold + row.paid)
  same("what the bank gave back", row.bank.given_back - before.bank.given_back, row.refunded)
  for (const [name, all] of [
    ["credits", row.credits],
    ["the value of credits", row.values],
  ])
    same(
      `${name} left`,
      all.closing,
      all.opening + all.granted + all.used + all.expired + all.revoked + all.other
    )
  return [...found, ...chargeDifferences(studio, bank), ...grantDifferences(studio)]
}

/** Each charge against the bank, and against the order that shows it. */
function chargeDifferences({ charges, orders }, bank) {
  const found = []
  const taken = new Map()
  for (const capture of bank) {
    const { charge_id } = capture.metadata ?? {}
    if (charge_id) taken.set(charge_id, [...(taken.get(charge_id) ?? []), capture])
  }
  const shown = new Map(orders.map(({ charge_id, total }) => [charge_id, cents(Number(total))]))
  const once = new Set()
  for (const charge of charges) {
    const { id, status, paid_by, cents: due } = charge
    const key = [charge.membership_id, charge.payer_key, charge.period_key].join(" ")
    if (once.has(key)) found.push(`charge ${id}: another one is for the same period`)
    once.add(key)
    const captures = taken.get(id) ?? []
    taken.delete(id)
    const isByBank = status === "paid" && paid_by === "provider"
    if (isByBank && (captures.length !== 1 || cents(captures[0].amount) !== due))
      found.push(
        `charge ${id}: paid ${due}, and the bank took ${captures.map(({ amount }) => cents(amount)).join(" and ") || "nothing"}`
      )
    if (!isByBank && captures.length > 0 && charge.paid_beside_attempt === null)
      found.push(`charge ${id}: the bank took money, and the charge is ${status} by ${paid_by}`)
    // The platform takes what was given back off the order's total.
    const given_back = sum(captures, ({ refunded_amount }) => cents(refunded_amount))
    if (status === "paid" && shown.get(id) !== due - given_back)
      found.push(`charge ${id}: paid ${due}, given back ${given_back}, and its order shows ${shown.get(id)}`)
  }
  for (const id of taken.keys()) found.push(`charge ${id}: the bank knows it, and the studio does not`)
  return found
}

/** CREDIT-1: each balance is the sum of its entries. */
function grantDifferences({ grants, entries }) {
  const sums = new Map()
  for (const { grant_id, credits, cents: value } of entries) {
    const known = sums.get(grant_id) ?? { credits: 0, cents: 0 }
    sums.set(grant_id, { credits: known.credits + credits, cents: known.cents + value })
  }
  return grants.flatMap(({ id, credits, cents: value }) => {
    const expected = sums.get(id) ?? { credits: 0, cents: 0 }
    if (expected.credits === credits && expected.cents === value) return []
    return [
      `credits ${id}: ${credits} worth ${value} are left, and ${expected.credits} worth ${expected.cents} by their entries`,
    ]
  })
}
