import { termWhenPaid } from "../billing/paid-term"
import { partOf } from "../billing/part-of-period"
import { type FirstPeriod, firstPeriodOf } from "../billing/proration"
import { priceRows } from "../charts/price-rows"
import type { ChartRowDraft } from "../charts/types"
import { assert } from "../errors"
import { termOf } from "../memberships/term"
import type { Term } from "../memberships/types"
import { toMinor } from "../money/amounts"
import type { Classification } from "../people/types"
import { assertSellable } from "../plans/sellability"
import { intervalOf } from "../plans/billing"
import { soldCurrencies } from "../plans/sold-currencies"
import type { PlanDefinition, PlanStatus } from "../plans/types"
import type { CalendarDate, Instant, TimeZone } from "../time/types"
import { type ChosenSeats, chooseSeats, type SeatWish } from "./choose-seats"
import { type PricedLine, saleLines } from "./lines"
import { nextDueDates } from "./schedule"

export interface SaleInput {
  readonly plan: PlanDefinition & {
    readonly status: PlanStatus
    readonly variant_id: string
    readonly currency_codes: readonly string[] | null
  }
  /** Rows of the published version in all their currencies; null when there is none. */
  readonly published_rows: readonly ChartRowDraft[] | null
  readonly classifications: readonly Classification[]
  readonly wish: SeatWish
  readonly currency_code: string
  readonly location_id: string | null
  readonly starts_on: CalendarDate | null
  readonly now: Instant
  readonly today: CalendarDate
  readonly zone: TimeZone
  /** The studio's, from 1 to 28; null has none (BILL-7). */
  readonly common_billing_day: number | null
}

/** What a sale takes and costs before the platform's discounts and taxes. */
export interface Sale {
  /** At their full price, which renewals charge. */
  readonly chosen: ChosenSeats
  /** What is charged with the sale. */
  readonly lines: readonly PricedLine[]
  /** The seats at what a full period costs. */
  readonly full_lines: readonly PricedLine[]
  /** Where it joins the common billing day (BILL-7): its lines cost that part of the full price. */
  readonly first_period: FirstPeriod | null
  readonly term: Term
  readonly due_dates: readonly CalendarDate[]
}

/**
 * Decides a sale from the published version (CHART-1, CHART-7, CHART-12): the same function serves quote, cart
 * and the check before completion.
 * @throws DomainError as `assertSellable`, `chooseSeats` and `termOf`
 */
export function decideSale(input: SaleInput): Sale {
  const { plan, published_rows, currency_code } = input
  assertSellable({
    status: plan.status,
    has_variant: plan.variant_id !== "",
    published_currency_codes: soldCurrencies(plan, published_rows),
    currency_codes: [currency_code],
    sold_at: plan.locations.sold_at,
    location_id: input.location_id,
  })
  assert(published_rows, "a sellable plan has a published chart")
  const term = termOf({
    starts: plan.starts,
    validity: plan.validity,
    purchased_at: input.now,
    starts_on: input.starts_on,
    must_start_within: plan.must_start_within,
    zone: input.zone,
  })
  const chosen = chooseSeats({
    wish: input.wish,
    audience: plan.audience,
    rows: priceRows(published_rows, currency_code),
    classifications: input.classifications,
    on_date: term.starts_on ?? input.today,
  })
  const first_period = firstPeriodOf(plan, input.common_billing_day, term.starts_on)
  const { starts_on, ends_on } = joinedTerm(term, first_period, plan)
  const renews = plan.renewal.mode === "period_end"
  const seats =
    first_period === null
      ? chosen.seats
      : chosen.seats.map((seat) => ({
          ...seat,
          price_minor: partOf(seat.price_minor, first_period),
        }))
  return {
    ...{ chosen, first_period },
    lines: saleLines(seats, signupFeeMinor(plan, currency_code)),
    full_lines: saleLines(chosen.seats, 0),
    term: { ...term, ends_on },
    due_dates: nextDueDates({
      ...{ billing: plan.billing, ends_on, renews },
      starts_on: first_period?.anchor_on ?? starts_on,
    }),
  }
}

/** BILL-7: a term that joins the common billing day is counted from it, in whole ones that cover the first period. */
export function joinedTerm(
  term: Term,
  first_period: FirstPeriod | null,
  { billing, validity }: Pick<PlanDefinition, "billing" | "validity">
): Term {
  const interval = intervalOf(billing)
  if (first_period === null || interval === null) return term
  const { starts_on, anchor_on } = first_period
  const terms = { starts_on: anchor_on, sold_ends_on: starts_on, period_index: 0 }
  return {
    ...{ starts_on, latest_starts_on: null },
    ends_on: validity && termWhenPaid({ ...terms, interval, validity }),
  }
}

/** 0 where the plan has no fee in this currency (PLAN-15). */
export function signupFeeMinor(
  { signup_fees }: Pick<PlanDefinition, "signup_fees">,
  currency_code: string
): number {
  const fee = signup_fees.find((each) => each.currency_code.toLowerCase() === currency_code.toLowerCase())
  return fee ? toMinor(fee.amount, currency_code) : 0
}
