import { assert } from "../errors"
import { fromMinor, sumMinor } from "../money/amounts"
import { roundToMinor } from "../money/rounding"
import { splitEvenly, splitMinor } from "../money/split"
import type { CalendarDate } from "../time/types"
import type { ChosenSeats } from "./choose-seats"
import type { LoweredLine } from "./kept-discounts"
import type { PricedLine } from "./lines"

/**
 * What the platform makes of one line: its totals, computed as the cart computes them. Decimal text in the major
 * unit, not rounded.
 */
export interface LineTotals extends LoweredLine {
  readonly tax: string
  readonly total: string
  readonly taxes: readonly { readonly code: string | null; readonly name: string; readonly rate: number }[]
}

export interface QuoteInput {
  readonly chosen: ChosenSeats
  readonly lines: readonly PricedLine[]
  /** In the order of `lines`. */
  readonly totals: readonly LineTotals[]
  /** The next charges: seats only, no signup fee, with the discounts that last (SALE-10). Totals as decimal text. */
  readonly renewals: readonly { readonly due_on: CalendarDate; readonly total: string }[]
  readonly currency_code: string
  readonly is_tax_inclusive: boolean
  readonly chart: { readonly id: string; readonly version: number }
}

export interface QuoteSeat {
  readonly row_position: number
  readonly label: string
  readonly classification_id: string | null
  readonly sequence: number
  readonly required: boolean
  readonly amount: number
  readonly tax_amount: number
  readonly member_id: string | null
}

/** Why an amount is what it is (MONEY-3): which chart version, row, discount and tax made it. */
export interface QuoteLine {
  readonly kind: PricedLine["kind"]
  readonly row_position: number | null
  readonly label: string
  readonly quantity: number
  readonly unit_price: number
  readonly discount_total: number
  readonly tax_total: number
  readonly total: number
  readonly chart_version: number | null
  readonly discounts: readonly { readonly code: string; readonly amount: number }[]
  readonly taxes: LineTotals["taxes"]
}

/** The whole price of a sale before anything is stored (SALE-1). Amounts are decimals in the major unit. */
export interface QuoteContent {
  readonly currency_code: string
  readonly is_tax_inclusive: boolean
  readonly seats: readonly QuoteSeat[]
  readonly lines: readonly QuoteLine[]
  readonly signup_fee: number
  readonly subtotal: number
  readonly discount_total: number
  readonly tax_total: number
  readonly total: number
  readonly next_seat_prices: readonly {
    readonly classification_id: string | null
    readonly amount: number | null
  }[]
  readonly schedule: readonly { readonly due_on: CalendarDate; readonly total: number }[]
}

/**
 * Puts a quote together so that its parts sum to its total to the smallest unit (MONEY-2): seats + signup fee −
 * discount, plus the tax where prices do not include it. The platform's totals are not rounded; the total is
 * rounded once, and its tax and discount are split over lines and seats by largest remainder.
 */
export function buildQuote(input: QuoteInput): QuoteContent {
  const { chosen, lines, totals, currency_code, is_tax_inclusive } = input
  assert(lines.length === totals.length, "every line of a quote has its totals")
  const amount = (minor: number) => fromMinor(minor, currency_code)
  const parts = roundedParts(input)
  const quoteLines = lines.map((line, index) => toQuoteLine(input, line, index, parts))
  const fee = lines.find((line) => line.kind === "signup_fee")
  return {
    currency_code,
    is_tax_inclusive,
    seats: toQuoteSeats(input, parts),
    lines: quoteLines,
    signup_fee: amount(fee?.unit_price_minor ?? 0),
    subtotal: amount(parts.subtotal),
    discount_total: amount(parts.discount),
    tax_total: amount(parts.tax),
    total: amount(parts.total),
    next_seat_prices: chosen.next_seat_prices.map(({ classification_id, price_minor }) => ({
      classification_id,
      amount: price_minor === null ? null : amount(price_minor),
    })),
    schedule: input.renewals.map(({ due_on, total }) => ({
      due_on,
      total: amount(roundToMinor(total, currency_code)),
    })),
  }
}

/** All in the smallest unit; the lists are in the order of the lines. */
interface RoundedParts {
  readonly subtotal: number
  readonly discount: number
  readonly tax: number
  readonly total: number
  readonly line_amounts: readonly number[]
  readonly line_discounts: readonly number[]
  readonly line_taxes: readonly number[]
}

function roundedParts({ lines, totals, currency_code, is_tax_inclusive }: QuoteInput): RoundedParts {
  const line_amounts = lines.map((line) => line.unit_price_minor * line.quantity)
  const subtotal = sumMinor(line_amounts)
  const discount_weights = totals.map((line) => weight(line.discount, currency_code))
  const tax_weights = totals.map((line) => weight(line.tax, currency_code))
  const discount = round(discount_weights)
  const tax = is_tax_inclusive
    ? round(tax_weights)
    : round(totals.map((line) => weight(line.total, currency_code))) - (subtotal - discount)
  return {
    subtotal,
    discount,
    tax,
    total: is_tax_inclusive ? subtotal - discount : subtotal - discount + tax,
    line_amounts,
    line_discounts: split(discount, discount_weights),
    line_taxes: split(tax, tax_weights),
  }
}

/** Three more decimals than the currency has: enough to split by, and safe in a sum. */
const WEIGHT_DIGITS = 3
const weight = (amount: string, currency_code: string) => roundToMinor(amount, currency_code, WEIGHT_DIGITS)
const round = (weights: readonly number[]) => Math.round(sumMinor(weights) / 10 ** WEIGHT_DIGITS)

/** Weights that are all zero leave an odd unit, if there is one, with the first line. */
const split = (total: number, weights: readonly number[]) =>
  weights.some((each) => each > 0)
    ? splitMinor(total, weights)
    : weights.map((_, index) => (index === 0 ? total : 0))

function toQuoteLine(input: QuoteInput, line: PricedLine, index: number, parts: RoundedParts): QuoteLine {
  const { currency_code, is_tax_inclusive, chart, totals } = input
  const amount = (minor: number) => fromMinor(minor, currency_code)
  const discount = parts.line_discounts[index] ?? 0
  const tax = parts.line_taxes[index] ?? 0
  const net = (parts.line_amounts[index] ?? 0) - discount
  const { discounts = [], taxes = [] } = totals[index] ?? {}
  const by_code = split(
    discount,
    discounts.map((each) => weight(each.amount, currency_code))
  )
  return {
    kind: line.kind,
    row_position: line.row_position,
    label: line.label,
    quantity: line.quantity,
    unit_price: amount(line.unit_price_minor),
    discount_total: amount(discount),
    tax_total: amount(tax),
    total: amount(is_tax_inclusive ? net : net + tax),
    chart_version: line.kind === "seat" ? chart.version : null,
    discounts: discounts.map(({ code }, each) => ({ code, amount: amount(by_code[each] ?? 0) })),
    taxes,
  }
}

/** What each seat is charged with its line, and its share of the line's tax. */
function toQuoteSeats({ chosen, lines, currency_code }: QuoteInput, parts: RoundedParts): QuoteSeat[] {
  const shares = new Map(
    lines.map((line, index) => [line.row_position, splitEvenly(parts.line_taxes[index] ?? 0, line.quantity)])
  )
  const charged = new Map(lines.map((line) => [line.row_position, line.unit_price_minor]))
  return chosen.seats.map((seat) => ({
    row_position: seat.row_position,
    label: seat.label,
    classification_id: seat.classification_id,
    sequence: seat.sequence,
    required: seat.required,
    amount: fromMinor(charged.get(seat.row_position) ?? seat.price_minor, currency_code),
    tax_amount: fromMinor(shares.get(seat.row_position)?.shift() ?? 0, currency_code),
    member_id: seat.member_id,
  }))
}
