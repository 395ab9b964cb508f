import { compareInstants } from "../time/calendar"
import type { Instant, TimeZone } from "../time/types"
import { type Charge, chargedPeriod, type ChargesInput, chargesOfPeriod } from "./charges"
import type { Discount } from "./discounts"
import { type BillingCalendar, nextPeriod, periodsDue } from "./periods"

export interface EnqueueInput extends Omit<ChargesInput, "period"> {
  readonly calendar: BillingCalendar
  /** The last period that was charged or passed over. */
  readonly charged_through_index: number
  /** From when unpaid dues have ended access (BILL-3); null never. */
  readonly suspended_at: Instant | null
  readonly now: Instant
  readonly time_zone: TimeZone
}

export interface EnqueuedCharge extends Charge {
  readonly period_index: number
}

export interface Enqueued {
  readonly charges: readonly EnqueuedCharge[]
  readonly charged_through_index: number
  /** When the next period is due; null where none will be. */
  readonly next_at: Instant | null
  readonly discounts: readonly Discount[]
  /** The holds whose fees are in these charges (HOLD-3). */
  readonly charged_hold_ids: readonly string[]
}

/**
 * What a membership owes for the periods that have begun since the last one that was charged: one charge for each payer
 * and period, however late it is asked (BILL-1). Who has no access any more is charged for no further period; once
 * they have paid, the next one that begins is charged, on its own day (BILL-8).
 */
export function enqueue(input: EnqueueInput): Enqueued {
  const { calendar, now: until, time_zone: zone, suspended_at } = input
  const due = periodsDue(calendar, { after_index: input.charged_through_index, until, zone })
  const charged = new Set(input.charged_hold_ids)
  let discounts = input.discounts
  const charges: EnqueuedCharge[] = []
  for (const period of due) {
    if (suspended_at !== null && compareInstants(suspended_at, period.due_at) <= 0) continue
    const made = chargesOfPeriod({
      ...input,
      period: chargedPeriod(period),
      charged_hold_ids: charged,
      discounts,
    })
    charges.push(...made.charges.map((charge) => ({ ...charge, period_index: period.index })))
    made.charged_hold_ids.forEach((id) => charged.add(id))
    discounts = made.discounts
  }
  const charged_through_index = due.at(-1)?.index ?? input.charged_through_index
  const newly = [...charged].filter((id) => !input.charged_hold_ids.has(id))
  const next_at = nextPeriod(calendar, charged_through_index, zone)?.due_at ?? null
  return { charges, charged_through_index, next_at, discounts, charged_hold_ids: newly }
}
