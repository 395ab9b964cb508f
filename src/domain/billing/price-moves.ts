import { compileChart } from "../charts/compile"
import { quoteSeats } from "../charts/quote"
import type { ChartRow, QuotedSeat } from "../charts/types"
import { DomainError, type DomainErrorCode } from "../errors"
import type { PlanAudience } from "../plans/types"
import { isLive } from "../seats/live-seats"
import type { Seat } from "../seats/types"
import type { CalendarDate } from "../time/types"
import type { ChargedChart } from "./charges"

/** A version of the plan's chart in a membership's currency. */
export interface ChartVersionRows {
  readonly chart: ChargedChart
  readonly rows: readonly ChartRow[]
  readonly audience: PlanAudience
}

/** That a membership is to be priced by another version from a coming period on (CHART-10). */
export interface PriceMove extends ChartVersionRows {
  /** The first period that it prices. */
  readonly from_index: number
  /** The seats that take a row of another classification there, by their ids. */
  readonly classifications: ReadonlyMap<string, string | null>
  /** Seats whose order is not paid yet: they owe nothing, but take a row. */
  readonly unpaid_seats: readonly Seat[]
}

/** What became of a move when its period began. */
export interface PriceMoved {
  readonly price_chart_id: string
  /** Every seat that has a new row, as it is from now on; none where it was refused. */
  readonly seats: readonly Seat[]
  /** Why the membership stays on its version: it has changed since, and the other one has no rows for it. */
  readonly refused: DomainErrorCode | null
}

/**
 * The seats that are there on a day, laid anew on the rows of another version: of each classification its first rows, in
 * the order of the seats (CHART-7). Their people, payers and holds stay; what ended before the day keeps its row.
 * @throws DomainError `classification_unknown`, `seats_above_limit`, `seats_below_required`
 */
export function seatsOnVersion(
  seats: readonly Seat[],
  { rows, audience }: ChartVersionRows,
  { classifications, day }: { classifications: PriceMove["classifications"]; day: CalendarDate }
): Seat[] {
  const classificationOf = ({ id, classification_id }: Seat) =>
    classifications.has(id) ? classifications.get(id)! : classification_id
  const there = seats.filter((seat) => isLive(seat, day))
  const ids = [...new Set(there.map(classificationOf))]
  const of = (id: string | null) =>
    there.filter((seat) => classificationOf(seat) === id).sort((a, b) => a.sequence - b.sequence)
  const counts = ids.map((id) => ({ classification_id: id, count: of(id).length }))
  const quoted = quoteSeats(compileChart(rows), counts, { audience }).seats
  const placed = new Map(
    ids.flatMap((id) => {
      const places = quoted
        .filter(({ classification_id }) => classification_id === id)
        .sort((a, b) => a.sequence - b.sequence)
      return of(id).map((seat, index) => [seat.id, places[index]!] as const)
    })
  )
  return seats.map((seat) => onRow(seat, placed.get(seat.id)))
}

const onRow = (seat: Seat, place: QuotedSeat | undefined): Seat => ({ ...seat, ...place })

interface Priced {
  readonly seats: readonly Seat[]
  readonly chart: ChargedChart
  readonly move?: PriceMove | null
}

/** A membership as a period finds it that a move is waiting for; as it was where none is. */
export function movedBefore<Membership extends Priced>(
  membership: Membership,
  { index, starts_on: day }: { readonly index: number; readonly starts_on: CalendarDate }
): { readonly membership: Membership; readonly moved: PriceMoved | null } {
  const { move = null } = membership
  if (move === null || index < move.from_index) return { membership, moved: null }
  const { price_chart_id } = move.chart
  try {
    const all = [...membership.seats, ...move.unpaid_seats]
    const laid = seatsOnVersion(all, move, { ...move, day })
    const seats = laid.slice(0, membership.seats.length)
    const moved = { price_chart_id, refused: null, seats: laid.filter((seat) => isLive(seat, day)) }
    return { membership: { ...membership, seats, chart: move.chart, move: null }, moved }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const moved = { price_chart_id, refused: error.code, seats: [] }
    return { membership: { ...membership, move: null }, moved }
  }
}
