import { compileChart } from "../charts/compile"
import { type SeatablePerson, seatablePeople } from "../charts/eligibility"
import { assertSeatTotal, classificationName } from "../charts/seat-limits"
import type {
  ChartRow,
  CompiledChart,
  CompiledGroup,
  NextSeatPrice,
  QuotedSeat,
  SeatCount,
} from "../charts/types"
import { assert, DomainError } from "../errors"
import type { Classification } from "../people/types"
import type { PlanAudience } from "../plans/types"
import type { ChosenSeats, SalePerson, SeatWish } from "../selling/choose-seats"
import type { CalendarDate } from "../time/types"
import type { Seat } from "./types"

/** A row of the chart that somebody has: a live seat, or one that is being paid for. */
export type TakenPlace = Pick<Seat, "row_position" | "classification_id" | "sequence">

export interface NextSeatsInput {
  readonly audience: PlanAudience
  /** Of the membership's own version, in its currency (CHART-8). */
  readonly rows: readonly ChartRow[]
  readonly taken: readonly TakenPlace[]
  readonly wish: SeatWish
  readonly classifications: readonly Classification[]
  /** The day on which ages count. */
  readonly on_date: CalendarDate
}

/**
 * The seats that a membership gets when it grows (SEAT-8): for each classification the rows that nobody has, in the
 * chart's order, then its unlimited row. People take the cheapest free row they qualify for, in the order given.
 * @throws DomainError `seats_above_limit`, `classification_unknown`, `seat_count_invalid`, `classification_not_met`
 */
export function nextSeats(input: NextSeatsInput): ChosenSeats {
  const { rows, taken, wish, audience } = input
  const chart = compileChart(rows)
  const places = chart.groups.map((group) => freePlaces(group, taken))
  const names = new Map(input.classifications.map(({ id, name }) => [id, name]))
  const shop: Shop = { chart, places, taken, names }
  const wanted = "seats" in wish ? bySeats(shop, wish.seats) : byPeople(shop, wish.people, input)
  assertSeatTotal(taken.length + wanted.length, audience)
  return { seats: wanted, next_seat_prices: chart.groups.map((group, at) => priceOf(group, places[at]!)) }
}

/** What one more seat of each classification would cost; null when no row is left, or the plan is for one person. */
export function nextSeatPrices(
  input: Pick<NextSeatsInput, "audience" | "rows" | "taken">
): readonly (NextSeatPrice & { readonly label: string | null })[] {
  const { groups } = compileChart(input.rows)
  return groups.map((group) => {
    const place = input.audience === "individual" ? null : freePlaces(group, input.taken).peek()
    return { ...priceOf(group, { peek: () => place }), label: place?.label ?? null }
  })
}

interface Places {
  /** The next free row; null when none is left. */
  peek: () => QuotedSeat | null
  take: () => void
}

interface Shop {
  readonly chart: CompiledChart
  readonly places: readonly Places[]
  readonly taken: readonly TakenPlace[]
  readonly names: ReadonlyMap<string, string>
}

/** A seat that ended leaves its row, and its number in the classification, to the next one. */
function freePlaces(group: CompiledGroup, taken: readonly TakenPlace[]): Places {
  const { classification_id } = group
  const own = taken.filter((place) => place.classification_id === classification_id)
  const rows = new Set(own.map(({ row_position }) => row_position))
  const sequences = new Set(own.map(({ sequence }) => sequence))
  const free = group.rows.filter((row) => row.unlimited || !rows.has(row.position))
  let sequence = 1
  return {
    peek: () => {
      const [row] = free
      if (!row) return null
      while (sequences.has(sequence)) sequence += 1
      const { position: row_position, label, price_minor, tax_rate, required } = row
      return { row_position, label, classification_id, sequence, price_minor, tax_rate, required }
    },
    take: () => {
      sequences.add(sequence)
      if (!free[0]?.unlimited) free.shift()
    },
  }
}

function bySeats(shop: Shop, counts: readonly SeatCount[]): ChosenSeats["seats"] {
  return counts.flatMap(({ classification_id, count }) => {
    const at = shop.chart.group_by_classification.get(classification_id)
    const name = classificationName(classification_id, shop.names)
    if (at === undefined)
      throw new DomainError("classification_unknown", `${name}: the price chart has no such row.`, {
        ...{ classification_id, limit: 0, count },
      })
    if (!Number.isSafeInteger(count) || count < 0)
      throw new DomainError(
        "seat_count_invalid",
        `${name}: a number of seats is a whole number, zero or more.`,
        { classification_id, count }
      )
    return Array.from({ length: count }, () => ({ ...take(shop, at), member_id: null }))
  })
}

function byPeople(
  shop: Shop,
  people: readonly SalePerson[],
  { classifications, on_date }: NextSeatsInput
): ChosenSeats["seats"] {
  const by_id = new Map(classifications.map((each) => [each.id, each]))
  const seatable = seatablePeople(shop.chart, people, { classifications: by_id, on_date })
  return people.map((person, index) => {
    const at = cheapest(shop, seatable[index]!)
    return { ...take(shop, at), member_id: person.member_id }
  })
}

/** @throws DomainError `classification_not_met` with each reason where no row takes them; `seats_above_limit` */
function cheapest({ chart, places, taken, names }: Shop, { refusals }: SeatablePerson): number {
  const fitting = chart.groups.map((_, at) => at).filter((at) => refusals[at] === null)
  const [first] = fitting
  if (first === undefined)
    throw new DomainError("classification_not_met", "No row of the price chart takes this person.", {
      field: "people",
      refusals: refusals.filter((refusal) => refusal !== null),
    })
  const open = fitting.flatMap((at) => {
    const place = places[at]!.peek()
    return place ? [{ at, price_minor: place.price_minor }] : []
  })
  if (open.length === 0) throw above({ chart, places, taken, names }, first)
  return open.reduce((best, each) => (each.price_minor < best.price_minor ? each : best)).at
}

function take(shop: Shop, at: number): QuotedSeat {
  const place = shop.places[at]!.peek()
  if (place === null) throw above(shop, at)
  shop.places[at]!.take()
  return place
}

function above({ chart, taken, names }: Shop, at: number): DomainError {
  const group = chart.groups[at]
  assert(group, "a group of the chart")
  const { classification_id, limit } = group
  const count = taken.filter((place) => place.classification_id === classification_id).length
  const name = classificationName(classification_id, names)
  return new DomainError(
    "seats_above_limit",
    `${name}: the price chart has no further row; it sells at most ${limit}.`,
    { classification_id, limit, count }
  )
}

const priceOf = ({ classification_id }: CompiledGroup, { peek }: Pick<Places, "peek">): NextSeatPrice => ({
  classification_id,
  price_minor: peek()?.price_minor ?? null,
})
