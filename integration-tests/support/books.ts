import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../src/modules/membership"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"

interface Check {
  readonly says: string
  readonly sql: string
}

/** What the bank has taken for charges, by its own books. */
const CAPTURES = `(
  select p.metadata ->> 'charge_id' as charge_id, p.idempotency_key, e.amount_minor
  from payment_sandbox_payment p join payment_sandbox_entry e on e.payment_id = p.id and e.kind = 'capture'
  where p.metadata ->> 'charge_id' is not null) taken`

/** What must never be once all is known and ordered, as statements that find it. */
const CHECKS: readonly Check[] = [
  {
    says: "money was taken twice (BILL-1)",
    sql: `select c.membership_id || ' ' || c.payer_key || ' ' || c.period_key || ': ' || count(*) || ' times' as found
          from ${CAPTURES} join membership_charge c on c.id = taken.charge_id
          group by c.membership_id, c.payer_key, c.period_key having count(*) > 1`,
  },
  {
    says: "money was taken for no charge, or without its attempt written down before (BILL-4)",
    sql: `select taken.idempotency_key as found from ${CAPTURES}
          left join membership_charge_attempt a
            on a.charge_id = taken.charge_id and a.idempotency_key = taken.idempotency_key
          where a.id is null`,
  },
  {
    says: "money was taken for what is not told as paid, and staff do not know (BILL-4)",
    sql: `select c.id || ': ' || c.status || ' ' || coalesce(c.paid_by, '') as found
          from membership_charge c join ${CAPTURES} on taken.charge_id = c.id
          where (c.status <> 'paid' or c.paid_by <> 'provider') and c.paid_beside_attempt is null`,
  },
  {
    says: "a charge is paid of which the bank has no such capture",
    sql: `select c.id as found from membership_charge c
          left join membership_charge_attempt a on a.charge_id = c.id and a.number = c.paid_attempt
          left join ${CAPTURES} on taken.charge_id = c.id and taken.idempotency_key = a.idempotency_key
          where c.paid_by = 'provider' and (taken.amount_minor is distinct from c.total_minor or a.outcome <> 'paid')`,
  },
  {
    says: "a period was charged twice (BILL-1)",
    sql: `select membership_id || ' ' || payer_key || ' ' || period_index as found from membership_charge
          group by membership_id, payer_key, period_index having count(*) > 1`,
  },
  {
    says: "what was paid has no order (BILL-2)",
    sql: `select c.id as found from membership_charge c left join "order" o on o.id = c.order_id
          where c.status = 'paid' and o.id is null`,
  },
  {
    says: "a charge has two orders, or one that was not paid has any (BILL-2)",
    sql: `select o.metadata ->> 'membership_charge_id' as found from "order" o
          left join membership_charge c on c.order_id = o.id
          where o.metadata ->> 'membership_charge_id' is not null and c.id is null`,
  },
  {
    says: "an order shows another sum than was taken (BILL-2)",
    sql: `select c.id as found from membership_charge c
          join order_transaction t on t.order_id = c.order_id and t.reference = 'capture'
          group by c.id having sum(t.amount) * 100 <> max(c.total_minor)`,
  },
  {
    says: "an order's payment is not there once (BILL-2)",
    sql: `select c.id as found from membership_charge c
          left join order_payment_collection l on l.order_id = c.order_id and l.deleted_at is null
          left join payment p on p.payment_collection_id = l.payment_collection_id
          left join capture k on k.payment_id = p.id
          where c.order_id is not null and c.total_minor > 0
          group by c.id having count(k.id) <> 1 or sum(k.amount) * 100 <> max(c.total_minor)`,
  },
  {
    says: "a settled period gave no credits, or gave them twice (CREDIT-5)",
    sql: `select c.membership_id || ' ' || c.period_key || ': ' || max(given.times) as found
          from membership_charge c
          join membership m on m.id = c.membership_id
          join membership_plan p on p.id = m.plan_id
            and p.entitlement ->> 'type' = 'credits' and p.entitlement ->> 'per' = 'period'
            and p.entitlement ->> 'scope' = 'shared' and coalesce(p.entitlement ->> 'belongs_to', 'membership') = 'membership'
          cross join lateral (
            select count(*) as times from membership_credit_grant g
            where g.membership_id = c.membership_id and g.period_index = c.period_index
              and g.source = 'period' and g.granted_at is not null and g.deleted_at is null) given
          where m.voided_at is null
          group by c.membership_id, c.period_key
          having (bool_and(c.status in ('paid', 'waived')) and max(given.times) <> 1)
              or (bool_or(c.settled_at is null) and max(given.times) <> 0)`,
  },
]

const databaseOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

/** What contradicts itself in the whole studio, in plain words; empty where all is well. Paid charges have been ordered. */
export async function contradictionsIn(container: MedusaContainer): Promise<string[]> {
  const database = databaseOf(container)
  await listCaptures(database) // The bank makes its books when it is first asked.
  const found = await Promise.all(
    CHECKS.map(async ({ says, sql }) => {
      const { rows } = await database.raw<{ rows: { found: string }[] }>(sql)
      return rows.map((row) => `${says}: ${row.found}`)
    })
  )
  const drift = await container.resolve(MEMBERSHIP_MODULE).verifyCreditLedger()
  return [...found.flat(), ...drift.map((each) => `the ledger is not its balance: ${JSON.stringify(each)}`)]
}

/** All of it that a further run could change. */
const BOOKS = [
  ...["membership_charge", "membership_charge_attempt", "membership_credit_entry", "membership_notice"],
  ...["membership_audit_entry", "payment_sandbox_entry", "payment_sandbox_payment", "order", "capture"],
]

async function booksOf(container: MedusaContainer): Promise<unknown> {
  const database = databaseOf(container)
  return Promise.all(BOOKS.map(async (table) => database(table).select("*").orderBy("id")))
}

/** When the next charge is to be made, or something is to be done about one; null: never, as far as is known. */
export async function nextDueAt(container: MedusaContainer): Promise<string | null> {
  const { rows } = await databaseOf(container).raw<{ rows: { at: Date | null }[] }>(
    `select min(at) as at from (
       select min(charges_next_at) as at from membership
       where activated_at is not null and voided_at is null and deleted_at is null
       union all
       select min(greatest(act_at, lease_until)) from membership_charge where deleted_at is null) due`
  )
  return rows[0]?.at?.toISOString() ?? null
}

/** As the studio's job does each minute. */
export async function work(container: MedusaContainer): Promise<void> {
  await workOnCharges(container)
  await orderCharges(container)
}

const ACTOR = { type: "user", id: "user_1" } as const

/** Works at each instant at which something is due, until nothing is left of which nobody knows what became of it. */
export async function liveUntilKnown(container: MedusaContainer, rounds = 40): Promise<void> {
  const database = databaseOf(container)
  const module = container.resolve(MEMBERSHIP_MODULE)
  for (let round = 0; round < rounds; round += 1) {
    await work(container)
    const { rows } = await database.raw<{ rows: { at: Date }[] }>(
      `select min(greatest(act_at, lease_until)) as at from membership_charge
       where act_at is not null and (uncertain_since is not null or status = 'processing')
       having count(*) > 0`
    )
    const [next] = rows
    if (!next) return
    const [now, at] = [await module.now(), next.at.toISOString()]
    await module.adjustStudioClock({ now: at > now ? at : now, actor: ACTOR })
  }
  throw new Error(`After ${rounds} rounds there are charges of which nobody knows what became of them`)
}

/** Once everything is known: what contradicts itself, and whether a further run finds anything left to do. */
export async function reckoningOf(container: MedusaContainer) {
  await liveUntilKnown(container)
  const contradictions = await contradictionsIn(container)
  const before = await booksOf(container)
  await work(container)
  const after = await booksOf(container)
  return { contradictions, changed_by_a_rerun: BOOKS.filter((_table, at) => !same(before, after, at)) }
}

/** What `reckoningOf` finds where nothing was charged twice and nothing was lost. */
export const SOUND = { contradictions: [], changed_by_a_rerun: [] }

const same = (before: unknown, after: unknown, at: number) =>
  JSON.stringify((before as unknown[])[at]) === JSON.stringify((after as unknown[])[at])
