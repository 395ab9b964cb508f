import { sumMinor } from "../money/amounts"
import type { HoldPolicy } from "../plans/types"
import type { Seat } from "../seats/types"
import type { CalendarDate, Instant } from "../time/types"
import { applyDiscounts, type Discount, type DiscountedLine } from "./discounts"
import { type DuesCredit, takeCredits } from "./dues-credits"
import { linesOfPeriod, type SkippedSeat } from "./lines"
import type { PartOfPeriod } from "./part-of-period"
import type { BillingPeriod } from "./periods"

/** What a charge is for, once for each payer: a period, a pack bought again, or a missed visit. */
export interface ChargedPeriod {
  /** The same for the same period however its days move; (membership, payer_key, period_key) is unique (BILL-1). */
  readonly period_key: string
  readonly starts_on: CalendarDate
  /** The first day of the next one; null where none is known. */
  readonly ends_on: CalendarDate | null
  readonly due_at: Instant
}

/** The chart version that priced it: the membership's own, for life (CHART-8). */
export interface ChargedChart {
  readonly price_chart_id: string
  readonly chart_version: number
}

/** What one payer owes for one period, before tax (`withTax`). */
export interface Charge extends ChargedPeriod, ChargedChart {
  /** The payer's customer id; `purchaser` where the purchaser has no account. */
  readonly payer_key: string
  /** null is a purchaser without an account. */
  readonly payer_customer_id: string | null
  readonly lines: readonly DiscountedLine[]
  readonly subtotal_minor: number
  readonly discount_minor: number
}

export interface ChargesInput {
  readonly seats: readonly Seat[]
  readonly policy: Pick<HoldPolicy, "effect" | "reprice_remaining">
  readonly period: ChargedPeriod
  readonly chart: ChargedChart
  /** null has no account. */
  readonly purchaser_customer_id: string | null
  readonly charged_hold_ids: ReadonlySet<string>
  /** Of a full one, where the period is the rest of it (BILL-7); null charges the whole price. */
  readonly part?: PartOfPeriod | null
  readonly discounts: readonly Discount[]
  /** What payers have paid before, for their next charges (BILL-10). */
  readonly credits?: readonly DuesCredit[]
}

export interface ChargesOfPeriod {
  /** In the order of their first lines; none where nobody has a line. */
  readonly charges: readonly Charge[]
  readonly skipped: readonly SkippedSeat[]
  /** As the next period finds them. */
  readonly discounts: readonly Discount[]
  readonly credits: readonly DuesCredit[]
  /** The holds whose fees are among the lines. */
  readonly charged_hold_ids: readonly string[]
}

/**
 * The charges of one period, one for each payer (SEAT-4, BILL-1). A seat without a payer is the purchaser's. Discounts
 * are taken off the whole period, so that one of ten is ten however many people pay.
 *
 * A charge whose total is zero exists too and settles without a provider: the period is paid, and its credits are
 * granted. All charges of a period are made in one transaction with the period's index: after a change of payer the
 * same period must not be divided anew.
 */
export function chargesOfPeriod(input: ChargesInput): ChargesOfPeriod {
  const { period, purchaser_customer_id } = input
  const { lines, skipped } = linesOfPeriod({ ...input, day: period.starts_on })
  const discounted = applyDiscounts(lines, input.discounts)
  const payers = new Map<string | null, DiscountedLine[]>()
  for (const line of discounted.lines) {
    const payer = line.payer_customer_id ?? purchaser_customer_id
    payers.set(payer, [...(payers.get(payer) ?? []), line])
  }
  let credits = input.credits ?? []
  const charges = [...payers].map(([payer, own]) => {
    const credited = takeCredits(chargeOf(input, payer, own), credits)
    credits = credited.credits
    return credited.charge
  })
  return {
    ...{ skipped, charges, credits, discounts: discounted.discounts },
    charged_hold_ids: lines.flatMap(({ hold_id }) => hold_id ?? []),
  }
}

/** The key of a period of the calendar: by its index, because holds move its days (HOLD-4). */
export const periodKey = (index: number): string => `period:${index}`

export const chargedPeriod = ({ index, starts_on, ends_on, due_at }: BillingPeriod): ChargedPeriod => ({
  ...{ period_key: periodKey(index), starts_on, ends_on, due_at },
})

/** BILL-10: the key of the charge with which a change of plan begins at once, by the index of its first period. */
export const planChangeKey = (index: number): string => `change:${index}`

/** BILL-10: the key of the charge for a seat that somebody has taken with a change from a plan of their own. */
export const joinKey = (seat_id: string): string => `${JOIN_PREFIX}${seat_id}`

const JOIN_PREFIX = "join:"

/** Pays for the rest of a period that others have paid for themselves. */
export const isJoin = ({ period_key }: Pick<ChargedPeriod, "period_key">): boolean =>
  period_key.startsWith(JOIN_PREFIX)

/** Names whoever pays: the customer's id, or the purchaser without an account. */
export const payerKey = (customer_id: string | null): string => customer_id ?? "purchaser"

/** CREDIT-6: the key of a pack that is bought again, named by the grant that was used up. */
export const exhaustionKey = (grant_id: string): string => `exhausted:${grant_id}`

/** @internal */
export function chargeOf(
  { period, chart }: Pick<ChargesInput, "period" | "chart">,
  payer_customer_id: string | null,
  lines: readonly DiscountedLine[]
): Charge {
  return {
    ...period,
    ...chart,
    payer_key: payerKey(payer_customer_id),
    payer_customer_id,
    lines,
    subtotal_minor: sumMinor(lines.map(({ amount_minor }) => amount_minor)),
    discount_minor: sumMinor(lines.flatMap(({ discounts }) => discounts.map((each) => each.amount_minor))),
  }
}
