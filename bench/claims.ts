import type { MedusaContainer } from "@medusajs/framework/types"
import { taxAll } from "../src/workflows/billing/work-on-charges"
import type { RenewingStudio } from "./renewing-studio"

const BATCH = 100
const BATCHES = 20
const FINISHED = 1_000_000

export interface ClaimFigures {
  /** Milliseconds of a batch, the median. */
  readonly fresh_ms: number
  readonly full_ms: number
  readonly finished: number
}

/** What claiming costs in a table of nothing but what is due, and again once a million charges have been worked on. */
export async function measureClaims(
  container: MedusaContainer,
  { sql, sell, becomeDue }: RenewingStudio
): Promise<ClaimFigures> {
  const membership = container.resolve("membership")
  const numbers = { from: 4_000_001, to: 4_000_000 + BATCH * BATCHES }
  await sql("truncate membership_charge, membership_charge_attempt")
  await sql("update membership set charges_next_at = null where charges_next_at is not null")
  await sell(numbers)
  await becomeDue(numbers)
  while ((await membership.enqueueCharges(BATCH)).memberships > 0);
  await taxAll(container)
  const claimAll = async () => {
    const times: number[] = []
    for (let batch = 0; batch < BATCHES; batch++) {
      const began = performance.now()
      const { tasks } = await membership.claimCharges({ limit: BATCH, lease_seconds: 300 })
      times.push(performance.now() - began)
      if (tasks.length !== BATCH) throw new Error(`${tasks.length} charges were claimed`)
    }
    await sql(
      `update membership_charge set status = 'scheduled', act_at = due_at, lease_until = null, sent_at = null,
         uncertain_since = null, started_by = null where status = 'processing'`
    )
    return times.sort((a, b) => a - b)[BATCHES >> 1]!
  }
  await claimAll()
  await sql("vacuum analyze membership_charge")
  const fresh_ms = await claimAll()
  for (const statement of FINISHED_CHARGES) await sql(statement, { finished: FINISHED })
  await claimAll()
  return { fresh_ms, full_ms: await claimAll(), finished: FINISHED }
}

const FINISHED_CHARGES = [
  `insert into membership_charge (id, membership_id, payer_key, payer_customer_id, period_key, period_index, period_starts_on,
     price_chart_id, chart_version, currency_code, lines, subtotal_minor, discount_minor, is_tax_inclusive, tax_minor,
     total_minor, due_at, status, act_at, attempt, fence, paid_attempt, settled_at, paid_by, order_id)
   select 'mchg_finished_' || n, 'mship_' || n % 100000, 'cus_' || n % 100000, 'cus_' || n % 100000, '2020-' || n, 1, '2020-01-01',
     'chart', 1, 'eur', '[]', 4900, 0, true, 782, 4900, now() - n * interval '1 minute', 'paid', null, 1, 1, 1,
     now() - n * interval '1 minute', 'provider', 'order_' || n
   from generate_series(1, :finished::int) n`,
  `insert into membership_charge_attempt (id, charge_id, number, idempotency_key, provider_id, account_holder_id,
     payment_method_id, amount_minor, started_at, finished_at, outcome)
   select 'matt_finished_' || n, 'mchg_finished_' || n, 1, 'renewal:mchg_finished_' || n || ':1', 'pp_bench_bench', 'acchld_1',
     'pm_bench', 4900, now() - n * interval '1 minute', now() - n * interval '1 minute', 'paid'
   from generate_series(1, :finished::int) n`,
  "vacuum analyze membership_charge",
  "analyze membership_charge_attempt",
]
