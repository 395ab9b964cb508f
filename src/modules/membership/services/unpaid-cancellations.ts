import { SYSTEM } from "../../../domain/actor"
import { canceledUnpaid } from "../../../domain/billing/unpaid-cancellation"
import { difference } from "../../../domain/seats/difference"
import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { type LoadedBillingSettings, loadBillingSettings } from "./billing-settings-loading"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import { loadMembership, loadSeats } from "./seat-loading"
import { writeSeats } from "./seat-writing"

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditGrantService: CreditGrantService
}

/** Ends the memberships that nobody paid until their grace was over, where the studio wants that (BILL-3). */
export class UnpaidCancellationService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly credits: CreditGrantService

  constructor({ auditService, clockService, creditGrantService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.credits = creditGrantService
  }

  /**
   * Those whose grace is over, the longest ago first. They wait while renewals are paused, and while a try is still to be
   * made or its outcome is not known: a studio that was offline tries first. Whoever lost access before the studio chose to
   * cancel stays suspended.
   */
  async due(tx: Tx): Promise<string[]> {
    const now = await this.clock.now(tx)
    const since = await cancelsSince(tx)
    if (since === null) return []
    const due = await execute<DueRow>(tx, `${DUE} order by m.suspended_at`, [now, since.dunning_since, now])
    return due.map(({ id }) => id)
  }

  /**
   * One of them, as late and as often as it comes, in several workers at once. The date is that on which grace ended,
   * whenever this runs. What is owed stays owed, and staff can collect it; by itself nothing is tried any more.
   * @returns false: it is not due any more, or somebody else is at it
   */
  async cancel(id: string, tx: Tx): Promise<boolean> {
    const now = await this.clock.now(tx)
    const since = await cancelsSince(tx)
    if (since === null) return false
    const [locked] = await execute(tx, "select id from membership where id = ? for update skip locked", [id])
    // Whoever had it locked may have asked for another try.
    const [row] = locked
      ? await execute<DueRow>(tx, `${DUE} and m.id = ?`, [now, since.dunning_since, now, id])
      : []
    if (!row) return false
    await this.end(id, row.suspended_at.toISOString(), now, tx)
    await execute(
      tx,
      `update membership_charge set act_at = null, updated_at = now()
       where membership_id = ? and status = 'failed' and act_at is not null and deleted_at is null`,
      [id]
    )
    await execute(tx, NOTICES, [now, now, id])
    return true
  }

  private async end(id: string, suspended_at: Instant, now: Instant, tx: Tx): Promise<void> {
    const loaded = await loadMembership(id, { lock: true }, tx)
    const before = await loadSeats(loaded, tx)
    const after = canceledUnpaid(before, { suspended_at, zone: loaded.time_zone })
    const changed = difference(before, after)
    await writeSeats({ loaded, after, changed, now }, tx)
    await this.credits.realign(id, tx)
    await this.audit.record(
      {
        actor: SYSTEM,
        action: "cancel-unpaid",
        subject: { type: "membership", id },
        membership_id: id,
        changes: { changed, suspended_at },
      },
      tx
    )
  }
}

interface DueRow {
  readonly id: string
  readonly suspended_at: Date
}

/** Who owes something is told, once. */
const NOTICES = `
  insert into membership_notice (id, occasion, kind, membership_id, customer_id, data, occurred_at, send_at)
  select distinct on (c.membership_id, c.payer_key) 'mnote_' || replace(gen_random_uuid()::text, '-', ''),
    'canceled_for_non_payment:' || c.membership_id || ':' || c.payer_key, 'canceled_for_non_payment', c.membership_id,
    c.payer_customer_id, '{}'::jsonb, ?::timestamptz, ?::timestamptz
  from membership_charge c
  where c.membership_id = ? and c.first_failed_at is not null
    and c.status not in ('paid', 'waived', 'canceled') and c.deleted_at is null
  on conflict do nothing`

/**
 * Memberships that end because nobody paid, but for whether grace is over; one that has ended by then, or earlier, is done.
 * Binds since when the studio cancels.
 * @param tried_until what is to be tried until then is tried first; an expression
 */
export const ENDS_UNPAID = (tried_until: string) => `
  m.suspended_at > coalesce(?::timestamptz, '-infinity') and m.voided_at is null and m.deleted_at is null
    and exists (select from membership_seat s
      where s.membership_id = m.id and s.deleted_at is null and (s.canceled_on is null or s.canceled_on >
        ((m.suspended_at at time zone m.time_zone - interval '1 millisecond')::date + 1)::text))
    and not exists (select from membership_charge c
      where c.membership_id = m.id and c.deleted_at is null and (c.status in ('processing', 'unknown', 'parked')
        or (c.status in ('scheduled', 'failed') and c.act_at <= ${tried_until})))`

const DUE = `select m.id, m.suspended_at from membership m where m.suspended_at <= ? and ${ENDS_UNPAID("?")}`

/** Since when the studio cancels; null where it does not, or renewals are paused. */
async function cancelsSince(tx: Tx): Promise<Pick<LoadedBillingSettings, "dunning_since"> | null> {
  const { settings, dunning_since, pause } = await loadBillingSettings(tx)
  return settings.then === "cancel" && pause === null ? { dunning_since } : null
}
