import { assert, DomainError } from "../errors"
import { isShared, type PlanAudience } from "../plans/types"
import { rowOfSequence, seatOf } from "./compile"
import { assertSeatTotal, classificationName, seatCountText, SEATS_MAX } from "./seat-limits"
import type {
  ClassificationNames,
  CompiledChart,
  NextSeatPrice,
  QuotedSeat,
  SeatCount,
  SeatQuote,
} from "./types"

export interface QuoteSeatsOptions {
  readonly audience: PlanAudience
  readonly names?: ClassificationNames
}

/**
 * The seats that given counts take, with their prices (CHART-7). Counts of one classification are added up and
 * matched only with rows of exactly that classification, `null` with `Any` rows.
 * @throws DomainError `classification_unknown`, `seat_count_invalid`, `seats_below_required`,
 *   `seats_above_limit`; details: classification_id (absent when the limit is the membership's), limit, count
 */
export function quoteSeats(
  chart: CompiledChart,
  counts: readonly SeatCount[],
  { audience, names }: QuoteSeatsOptions
): SeatQuote {
  const taken = countsByGroup(chart, counts, names)
  const count = assertGroupLimits(chart, taken, audience, names)
  assertSeatTotal(count, audience)
  const seats = takeRows(chart, taken)
  let total_minor = 0
  for (const seat of seats) total_minor += seat.price_minor
  assert(Number.isSafeInteger(total_minor), "the total of a quote is a safe integer")
  const can_grow = isShared(audience) && count < SEATS_MAX
  return { seats, total_minor, next_seat_prices: nextSeatPrices(chart, taken, can_grow) }
}

/** Seats per group of the chart. Plain arrays: this runs on every change in the sale form. */
function countsByGroup(
  chart: CompiledChart,
  counts: readonly SeatCount[],
  names?: ClassificationNames
): number[] {
  const taken = new Array<number>(chart.groups.length).fill(0)
  for (const { classification_id, count } of counts) {
    const group = chart.group_by_classification.get(classification_id)
    if (group === undefined) throw unknownClassification(chart, classification_id, count, names)
    if (!Number.isSafeInteger(count) || count < 0)
      throw new DomainError(
        "seat_count_invalid",
        `${classificationName(classification_id, names)}: a number of seats is a whole number, zero or more.`,
        { classification_id, count }
      )
    taken[group] = (taken[group] ?? 0) + count
  }
  return taken
}

/** Checks each classification against its rows, and gives the seats in all. */
function assertGroupLimits(
  chart: CompiledChart,
  taken: readonly number[],
  audience: PlanAudience,
  names?: ClassificationNames
): number {
  let total = 0
  for (let index = 0; index < chart.groups.length; index++) {
    const { classification_id, required, limit } = chart.groups[index]!
    const count = taken[index]!
    total += count
    if (isShared(audience) && count < required)
      throw limitError("seats_below_required", { classification_id, limit: required, count }, names)
    if (count > limit) throw limitError("seats_above_limit", { classification_id, limit, count }, names)
  }
  return total
}

/** Walks the rows in position order, so that the seats come out ordered by position, then sequence. */
function takeRows(chart: CompiledChart, taken: readonly number[]): QuotedSeat[] {
  const seats: QuotedSeat[] = []
  // Rows that nobody takes are passed over first: a quote is made on every click of a sale.
  for (const { row, group, first } of chart.rows) {
    const count = taken[group]!
    if (count < first.sequence) continue
    seats.push(first)
    if (row.unlimited)
      for (let sequence = first.sequence + 1; sequence <= count; sequence++) seats.push(seatOf(row, sequence))
  }
  return seats
}

function nextSeatPrices(chart: CompiledChart, taken: readonly number[], can_grow: boolean): NextSeatPrice[] {
  const prices: NextSeatPrice[] = []
  for (let index = 0; index < chart.groups.length; index++) {
    const group = chart.groups[index]!
    const row = can_grow ? rowOfSequence(group, taken[index]! + 1) : null
    prices.push({ classification_id: group.classification_id, price_minor: row ? row.price_minor : null })
  }
  return prices
}

function limitError(
  code: "seats_below_required" | "seats_above_limit",
  details: { classification_id: string | null; limit: number; count: number },
  names?: ClassificationNames
): DomainError {
  const name = classificationName(details.classification_id, names)
  const bound = code === "seats_below_required" ? "at least" : "at most"
  const message = `${name}: ${bound} ${seatCountText(details.limit)}, not ${details.count}.`
  return new DomainError(code, message, details)
}

function unknownClassification(
  chart: CompiledChart,
  classification_id: string | null,
  count: number,
  names?: ClassificationNames
): DomainError {
  const sold = chart.groups.map((group) => classificationName(group.classification_id, names)).join(", ")
  return new DomainError(
    "classification_unknown",
    `${classificationName(classification_id, names)}: the price chart has no such row. It sells seats for: ${sold}.`,
    { classification_id, limit: 0, count }
  )
}
