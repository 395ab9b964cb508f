import { nextDueAt, dueCharges } from "../../../domain/billing/due-charges"
import { reminderDue } from "../../../domain/billing/dunning"
import type { BillingSettings } from "../../../domain/billing/settings"
import type { Instant } from "../../../domain/time/types"
import { execute, lockRows, textArray } from "../sql"
import type { Tx } from "../types"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import { loadBillingSettings } from "./billing-settings-loading"
import type { EnqueuedBatch } from "./charge-enqueuing"
import type { ClockService } from "./clock"
import { type NewNotice, writeNotices } from "./notice-records"

export interface UpcomingBatchInput {
  /** The id of the last membership that was looked at; empty to begin. */
  readonly after: string
  readonly limit: number
}

export interface UpcomingBatch {
  /** How many payers are told now. */
  readonly noted: number
  /** null: there are no more. */
  readonly last_id: string | null
  /** Whose charges cannot be told, and why: they are looked at again when something of them changes. */
  readonly failed: EnqueuedBatch["failed"]
}

/** Reminds payers of charges to come, by the function that will charge them (BILL-3, BILL-9). */
export class UpcomingChargeService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /**
   * One batch, in the order of ids; what was told already is passed over.
   */
  async noteBatch({ after, limit }: UpcomingBatchInput, tx: Tx): Promise<UpcomingBatch> {
    const now = await this.clock.now(tx)
    const { settings, pause } = await loadBillingSettings(tx)
    const { remind_days_before: days } = settings
    if (days.length === 0 || pause !== null) return { noted: 0, last_id: null, failed: [] }
    const ids = await execute<{ id: string }>(tx, UPCOMING, [
      ...[after, now, now, Math.max(...days), `{${days.join(",")}}`, now, `{${days.join(",")}}`, now, limit],
    ])
    const loaded = await loadBilling(
      ids.map(({ id }) => id),
      tx
    )
    const { reminded, failed } = remindEach(loaded, settings, now)
    await lockRows(
      tx,
      "membership",
      reminded.map(({ membership_id }) => membership_id)
    )
    const notices = reminded.flatMap((each) => each.notices)
    const noted = await writeNotices(await withMethods(notices, tx), now, tx)
    await writeReminded(reminded, tx)
    return { noted, last_id: ids.length < limit ? null : ids.at(-1)!.id, failed }
  }
}

/** One whose charges cannot be told keeps nobody else's. */
function remindEach(loaded: readonly LoadedBilling[], settings: BillingSettings, now: Instant) {
  const reminded: Reminded[] = []
  const failed: UpcomingBatch["failed"][number][] = []
  for (const billing of loaded)
    try {
      reminded.push(...remindersOf(billing, settings, now))
    } catch (error) {
      const { id } = billing.membership
      failed.push({ id, message: (error as Error).message })
      reminded.push({ membership_id: id, at: now, notices: [] })
    }
  return { reminded, failed }
}

interface Reminded {
  readonly membership_id: string
  /** The instant of the reminder. */
  readonly at: Instant
  /** None where nobody owes anything then. */
  readonly notices: readonly NewNotice[]
}

/** @returns none where the morning of no reminder has come */
function remindersOf(
  { membership, progress, currency_code }: LoadedBilling,
  settings: BillingSettings,
  now: Instant
): Reminded[] {
  const due_at = nextDueAt(membership, progress)
  if (due_at === null) return []
  const reminder = reminderDue(due_at, settings, { now, zone: membership.zone })
  if (reminder === null) return []
  const { days, at } = reminder
  const notices = dueCharges(membership, progress, due_at)
    .flatMap(({ charges }) => charges)
    .filter(({ subtotal_minor, discount_minor }) => subtotal_minor > discount_minor)
    .map(
      ({
        payer_key,
        period_key,
        payer_customer_id: customer_id,
        subtotal_minor,
        discount_minor,
      }): NewNotice => ({
        kind: "upcoming_charge",
        occasion: ["upcoming_charge", membership.id, period_key, payer_key, days].join(":"),
        ...{ membership_id: membership.id, charge_id: null, customer_id },
        data: { due_at, net_minor: subtotal_minor - discount_minor, currency_code },
      })
    )
  return [{ membership_id: membership.id, at, notices }]
}

/** What was decided on is not decided again before something of it changes. */
async function writeReminded(reminded: readonly Reminded[], tx: Tx): Promise<void> {
  if (reminded.length === 0) return
  const rows = reminded.map(({ membership_id, at }) => ({ membership_id, at }))
  await execute(
    tx,
    `update membership m set reminders_through_at = v.at
     from jsonb_to_recordset(?::jsonb) as v(membership_id text, at timestamptz) where m.id = v.membership_id`,
    [JSON.stringify(rows)]
  )
}

/** By which each will be charged; null where nothing is saved. */
async function withMethods(notices: readonly NewNotice[], tx: Tx): Promise<NewNotice[]> {
  if (notices.length === 0) return []
  const rows = await execute<{ customer_id: string; label: string | null }>(
    tx,
    `select customer_id, label from membership_payment_method where customer_id = any(?) and deleted_at is null`,
    [textArray(notices.flatMap(({ customer_id }) => customer_id ?? []))]
  )
  const methods = new Map(rows.map(({ customer_id, label }) => [customer_id, label]))
  return notices.map((notice) => ({
    ...notice,
    data: {
      ...notice.data,
      has_method: methods.has(notice.customer_id ?? ""),
      method_label: methods.get(notice.customer_id ?? "") ?? null,
    },
  }))
}

/** Those whose next charge is near enough, and that were not told since the last reminder day before it. */
const UPCOMING = `
  select m.id from membership m
  where m.id > ? and m.charges_next_at > ? and m.charges_next_at <= ?::timestamptz + make_interval(days => ?)
    and m.activated_at is not null and m.voided_at is null and m.deleted_at is null
    and coalesce(m.reminders_through_at < m.charges_next_at - make_interval(days => (
      select min(day) from unnest(?::integer[]) day where m.charges_next_at - make_interval(days => day) <= ?)), true)
    and not exists (select from membership_notice n
      where n.membership_id = m.id and n.kind = 'upcoming_charge' and n.deleted_at is null
        and n.occurred_at >= m.charges_next_at - make_interval(days => (
          select min(day) from unnest(?::integer[]) day where m.charges_next_at - make_interval(days => day) <= ?)))
  order by m.id limit ?`
