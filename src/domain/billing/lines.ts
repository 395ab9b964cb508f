import type { HoldPolicy } from "../plans/types"
import { isThereOn } from "../seats/common-holds"
import { isHeldOn } from "../seats/hold-dates"
import { spanOf } from "../seats/term-with-holds"
import type { Seat, SeatHold } from "../seats/types"
import { compareDates } from "../time/calendar"
import { partOf, type PartOfPeriod } from "./part-of-period"
import type { CalendarDate, Instant } from "../time/types"

/** The visit that a fine is for. */
export interface FinedVisit {
  readonly service_id: string
  readonly service_name: string
  readonly starts_at: Instant
}

/**
 * What a seat owes: its dues of a period, the fee of a hold, or the fine for a missed visit (CREDIT-4). Amounts are whole
 * smallest units.
 */
export interface ChargeLine {
  /** Names it within the charge: `seat:<id>`, `hold_fee:<id>`, `fine:<booking>`. */
  readonly key: string
  readonly kind: "seat" | "hold_fee" | "fine"
  readonly seat_id: string
  /** The seat's, not that of the row whose price it takes. */
  readonly position: number
  readonly label: string
  readonly classification_id: string | null
  readonly sequence: number
  /** The row of the membership's own chart version whose price it takes (CHART-8, MONEY-3); null for a fee. */
  readonly row_position: number | null
  /** The seat's own row, where it takes the price of another while seats are on hold (HOLD-5); null otherwise. */
  readonly repriced_from_row: number | null
  /** The hold that a fee is for. */
  readonly hold_id: string | null
  /** Of a fine; other lines have none. */
  readonly visit?: FinedVisit
  /** Of dues that were prorated (MONEY-3), with what the full period costs; other lines have none. */
  readonly prorated?: PartOfPeriod & { readonly full_minor: number }
  /** Before discounts; before tax, or with it where the currency's prices include it. */
  readonly amount_minor: number
  /** Percent; null leaves it to the platform's tax. */
  readonly tax_rate: number | null
  /** null is the purchaser. */
  readonly payer_customer_id: string | null
}

/** A seat that is there and owes nothing for the period, and why (HOLD-4, BILL-9). */
export interface SkippedSeat {
  readonly seat_id: string
  readonly reason: SeatHold["kind"]
  readonly hold_id: string
}

export interface LinesOfPeriod {
  readonly lines: readonly ChargeLine[]
  readonly skipped: readonly SkippedSeat[]
}

export interface LinesInput {
  readonly seats: readonly Seat[]
  /** The first day of the period. */
  readonly day: CalendarDate
  readonly policy: Pick<HoldPolicy, "effect" | "reprice_remaining">
  /** Holds whose fee was charged before. */
  readonly charged_hold_ids: ReadonlySet<string>
  /** null charges the whole price (BILL-7). */
  readonly part?: PartOfPeriod | null
}

/**
 * One line for each seat that pays, in order, then the fees of the holds that have begun and were not charged yet
 * (HOLD-3). A seat that was added on the period's first day has paid for it with its sale, however late the others are
 * charged (SEAT-8).
 */
export function linesOfPeriod({
  seats,
  day,
  policy,
  charged_hold_ids,
  part = null,
}: LinesInput): LinesOfPeriod {
  const unpaid = seats.filter(({ starts_on }) => starts_on !== day)
  const { lines, skipped } = seatLines(unpaid, day, policy)
  const dues = part === null ? lines : lines.map((line) => prorated(line, part))
  return { lines: [...dues, ...holdFees(seats, day, charged_hold_ids)], skipped }
}

const prorated = (line: ChargeLine, { days, of_days }: PartOfPeriod): ChargeLine => ({
  ...line,
  amount_minor: partOf(line.amount_minor, { days, of_days }),
  prorated: { days, of_days, full_minor: line.amount_minor },
})

/**
 * The dues of a period that begins on a day: a line for each seat that is there, but for those whose dues a hold or a
 * payment holiday skips (HOLD-4). Where the plan reprices, the remaining seats of a classification take its first
 * rows, in order (HOLD-5).
 */
export function seatLines(
  seats: readonly Seat[],
  day: CalendarDate,
  { effect, reprice_remaining }: Pick<HoldPolicy, "effect" | "reprice_remaining">
): LinesOfPeriod {
  const there = seats.filter((seat) => isThereOn(spanOf(seat), day))
  const skipped = there.flatMap((seat) => {
    const hold = seat.holds.find(
      (each) => isHeldOn(each, day) && (each.kind === "payment_holiday" || effect === "skip_dues")
    )
    return hold ? [{ seat_id: seat.id, reason: hold.kind, hold_id: hold.id }] : []
  })
  const skips = new Set(skipped.map(({ seat_id }) => seat_id))
  const paying = there.filter(({ id }) => !skips.has(id))
  const priced_as = reprice_remaining ? firstRows(there, paying) : new Map<string, Seat>()
  return { skipped, lines: inOrder(paying).map((seat) => seatLine(seat, priced_as.get(seat.id) ?? seat)) }
}

function seatLine(seat: Seat, priced_as: Seat): ChargeLine {
  return {
    ...{ key: `seat:${seat.id}`, kind: "seat", hold_id: null },
    ...placeOf(seat),
    row_position: priced_as.row_position,
    repriced_from_row: priced_as.row_position === seat.row_position ? null : seat.row_position,
    amount_minor: priced_as.price_minor,
    tax_rate: priced_as.tax_rate,
  }
}

/** A fee of zero is none. It stands in no row, and its tax is the platform's. */
function holdFees(seats: readonly Seat[], day: CalendarDate, charged: ReadonlySet<string>): ChargeLine[] {
  return inOrder(seats).flatMap((seat) =>
    seat.holds
      .filter(
        ({ id, starts_on, fee_minor }) =>
          fee_minor > 0 && compareDates(starts_on, day) <= 0 && !charged.has(id)
      )
      .map((hold) => holdFeeLine(seat, hold))
  )
}

/** @internal */
export const holdFeeLine = (seat: Seat, { id, fee_minor }: SeatHold): ChargeLine => ({
  ...{ key: `hold_fee:${id}`, kind: "hold_fee", hold_id: id },
  ...placeOf(seat),
  ...{ row_position: null, repriced_from_row: null },
  ...{ amount_minor: fee_minor, tax_rate: null },
})

/** @internal */
export const placeOf = ({ id, position, label, classification_id, sequence, payer_customer_id }: Seat) => ({
  ...{ seat_id: id, position, label, classification_id, sequence, payer_customer_id },
})

const inOrder = (seats: readonly Seat[]) => [...seats].sort((a, b) => a.position - b.position)

/** The seat whose row each paying seat takes: the first rows of its classification, as many as there are to pay. */
function firstRows(there: readonly Seat[], paying: readonly Seat[]): Map<string, Seat> {
  const classifications = [...new Set(paying.map(({ classification_id }) => classification_id))]
  return new Map(
    classifications.flatMap((id) => {
      const of = (seats: readonly Seat[]) =>
        seats
          .filter(({ classification_id }) => classification_id === id)
          .sort((a, b) => a.sequence - b.sequence)
      const rows = of(there)
      return of(paying).map((seat, index) => [seat.id, rows[index]!] as const)
    })
  )
}
