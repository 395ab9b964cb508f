import { priceRows } from "../charts/price-rows"
import type { ChartRowDraft } from "../charts/types"
import { assert } from "../errors"
import { termOf } from "../memberships/term"
import type { Term } from "../memberships/types"
import { toMinor } from "../money/amounts"
import type { Classification } from "../people/types"
import { assertSellable } from "../plans/sellability"
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
}

/** What a sale takes and costs before the platform's discounts and taxes. */
export interface Sale {
  readonly chosen: ChosenSeats
  readonly lines: readonly PricedLine[]
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
  const { starts_on, ends_on } = term
  const renews = plan.renewal.mode === "period_end"
  return {
    chosen,
    lines: saleLines(chosen.seats, signupFeeMinor(plan, currency_code)),
    term,
    due_dates: nextDueDates({ billing: plan.billing, starts_on, ends_on, renews }),
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
