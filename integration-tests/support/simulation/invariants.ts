import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../../src/modules/membership"

interface Check {
  readonly says: string
  readonly sql: string
}

const CAPTURES = `(
  select p.metadata ->> 'charge_id' as charge_id, count(*) as times, sum(e.amount_minor) as amount_minor
  from payment_sandbox_payment p join payment_sandbox_entry e on e.payment_id = p.id and e.kind = 'capture'
  group by 1) taken`

/** What must never be, as statements that find it. */
const CHECKS: readonly Check[] = [
  {
    says: "money was taken twice (BILL-1)",
    sql: `select charge_id || ': ' || times || ' times' as found from ${CAPTURES} where times > 1`,
  },
  {
    says: "money was taken for what is settled otherwise (BILL-4)",
    sql: `select c.id || ': ' || c.status || ' ' || coalesce(c.paid_by, '') as found
          from membership_charge c join ${CAPTURES} on taken.charge_id = c.id
          where c.status in ('waived', 'canceled', 'scheduled', 'failed') or c.paid_by in ('manual', 'nothing')`,
  },
  {
    says: "a charge is paid of which the bank has no such capture",
    sql: `select c.id as found from membership_charge c left join ${CAPTURES} on taken.charge_id = c.id
          where c.paid_by = 'provider' and taken.amount_minor is distinct from c.total_minor`,
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
    says: "an order shows another sum than was taken (BILL-2)",
    sql: `select c.id as found from membership_charge c
          join order_transaction t on t.order_id = c.order_id and t.reference = 'capture'
          group by c.id having sum(t.amount) * 100 <> max(c.total_minor)`,
  },
]

/** What contradicts itself in the whole studio, in plain words; empty where all is well. */
export async function contradictionsIn(container: MedusaContainer): Promise<string[]> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const found = await Promise.all(
    CHECKS.map(async ({ says, sql }) => {
      const { rows } = await database.raw<{ rows: { found: string }[] }>(sql)
      return rows.map((row) => `${says}: ${row.found}`)
    })
  )
  const drift = await container.resolve(MEMBERSHIP_MODULE).verifyCreditLedger()
  return [...found.flat(), ...drift.map((each) => `the ledger is not its balance: ${JSON.stringify(each)}`)]
}
