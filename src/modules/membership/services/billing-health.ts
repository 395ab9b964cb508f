import { execute } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"

/** How the money path stands, for whoever watches over the store. */
export interface BillingHealth {
  /** Renewals are paused by staff (BILL-8). */
  readonly is_paused: boolean
  /** Charges that a worker should be at, and for how many seconds the oldest of them waits. */
  readonly due: number
  readonly due_seconds: number
  /** Charges of which nobody knows whether the money was taken (BILL-4), and for how many seconds that of the oldest. */
  readonly unknown: number
  readonly unknown_seconds: number
  /** Charges that wait for staff to decide. */
  readonly parked: number
  /** Paid charges whose order is not made yet (BILL-2). */
  readonly without_order: number
  /** Charges whose money is to be given back. */
  readonly paid_beside: number
  /** Notices that are to be sent. */
  readonly notices: number
  /** Balances that the last check of the credit ledger found wrong, and how many seconds ago; null before the first. */
  readonly ledger_drift: number | null
  readonly ledger_check_seconds: number | null
  /** Attempts that began within the past hour, by what came of them; `open` has no answer yet. */
  readonly attempts: Readonly<Record<string, number>>
}

/** Figures of the money path: each by an index, so that asking every few seconds costs little. */
export class BillingHealthService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  async read(tx: Tx): Promise<BillingHealth> {
    const now = await this.clock.now(tx)
    const [health] = await execute<BillingHealth>(tx, HEALTH, [now])
    return health!
  }

  /** @param drift how many balances a check of the credit ledger has found wrong just now */
  async noteLedgerCheck(drift: number, tx: Tx): Promise<void> {
    await execute(
      tx,
      `insert into membership_ledger_check (id, checked_at, drift) values (?, ?, ?)
       on conflict (id) do update set checked_at = excluded.checked_at, drift = excluded.drift, updated_at = now()`,
      [THE_CHECK, await this.clock.now(tx), drift]
    )
  }
}

const THE_CHECK = "credit_ledger"

const ageOf = (since: string) => `coalesce(extract(epoch from (select now from clock) - ${since}), 0)::float8`

const HEALTH = `
  with clock as (select ?::timestamptz as now),
    due as (
      select count(*)::int as due, ${ageOf("min(act_at)")} as due_seconds from membership_charge, clock
      where act_at <= clock.now and act_at is not null and deleted_at is null),
    open_charges as (
      select count(*) filter (where status = 'unknown')::int as unknown,
             ${ageOf("min(uncertain_since) filter (where status = 'unknown')")} as unknown_seconds,
             count(*) filter (where status = 'parked')::int as parked
      from membership_charge where settled_at is null and deleted_at is null),
    unordered as (
      select count(*)::int as without_order from membership_charge
      where status = 'paid' and order_id is null and deleted_at is null),
    beside as (
      select count(*)::int as paid_beside from membership_charge
      where paid_beside_attempt is not null and given_back_at is null and deleted_at is null),
    told as (
      select count(*)::int as notices from membership_notice where send_at is not null and deleted_at is null),
    tried as (
      select coalesce(jsonb_object_agg(outcome, attempts), '{}') as attempts from (
        select coalesce(outcome, 'open') as outcome, count(*)::int as attempts
        from membership_charge_attempt, clock
        where started_at > clock.now - interval '1 hour' and deleted_at is null group by 1) by_outcome),
    checked as (
      select max(drift) as ledger_drift, extract(epoch from max(clock.now - checked_at))::float8 as ledger_check_seconds
      from membership_ledger_check, clock)
  select due.*, open_charges.*, unordered.*, beside.*, told.*, tried.*, checked.*,
    exists(select from membership_billing_settings where paused_at is not null and deleted_at is null) as is_paused
  from due, open_charges, unordered, beside, told, tried, checked`
