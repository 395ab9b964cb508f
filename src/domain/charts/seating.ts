import { assert } from "../errors"
import { isShared, type PlanAudience } from "../plans/types"
import { cheapestCounts, type GroupCost } from "./cheapest-counts"
import { rowOfSequence } from "./compile"
import type { SeatablePerson } from "./eligibility"
import { quoteSeats } from "./quote"
import { emptyFlow, seatMore, type PersonKind } from "./seat-flow"
import { assertSeatTotal } from "./seat-limits"
import { assertAllSeated, assertEveryoneFits, assertRequiredMet, type GroupRange } from "./seating-refusals"
import type {
  ClassificationNames,
  CompiledChart,
  CompiledGroup,
  NextSeatPrice,
  QuotedSeat,
  SeatCount,
} from "./types"

export interface BestSeatingOptions {
  readonly audience: PlanAudience
  readonly names?: ClassificationNames
}

export interface SeatedPerson extends QuotedSeat {
  /** Index into the given people. */
  readonly person_index: number
}

export interface Seating {
  /** Ordered by row position, then sequence. */
  readonly seats: readonly SeatedPerson[]
  /** Seats by classification, as `quoteSeats` takes them; classifications without a seat are left out. */
  readonly counts: readonly SeatCount[]
  readonly total_minor: number
  readonly next_seat_prices: readonly NextSeatPrice[]
  /** False only for charts that no studio has (see `cheapest-counts.ts`): legal, but perhaps not the cheapest. */
  readonly is_proven_cheapest: boolean
}

/**
 * The cheapest legal way to seat everybody (CHART-12). Legal: each sits on a row of a classification they
 * qualify for or on an `Any` row, all required rows are taken, and the rows taken of a classification are the
 * first ones of its order. Of equally cheap ways the same one is always chosen: people take the seats of a
 * classification in the order given, and those who fit the same rows fill earlier classifications first.
 * @throws DomainError `classification_not_met` (somebody fits no row: details.people says who and why),
 *   `seats_below_required` (a requirement that nobody meets), `seats_above_limit`
 */
export function bestSeating(
  chart: CompiledChart,
  people: readonly SeatablePerson[],
  { audience, names }: BestSeatingOptions
): Seating {
  assertSeatTotal(people.length, audience)
  assertEveryoneFits(people)
  const kinds = kindsOf(people, chart.groups.length)
  const ranges = chart.groups.map((group) => rangeOf(group, audience))
  assertRequiredMet(chart, kinds, ranges, names)
  assertAllSeated(chart, kinds, ranges, names)
  const cheapest = cheapestCounts(
    kinds,
    chart.groups.map((group, index) => groupCost(group, ranges[index]!, fitting(kinds, index)))
  )
  assert(cheapest, "people who can all be seated have a cheapest seating")
  const taken = cheapest.counts
  const counts = chart.groups
    .map(({ classification_id }, index) => ({ classification_id, count: taken[index]! }))
    .filter(({ count }) => count > 0)
  const quote = quoteSeats(chart, counts, { audience, names })
  const seats = nameSeats(chart, quote.seats, peopleByGroup(kinds, taken))
  return { ...quote, counts, seats, is_proven_cheapest: cheapest.is_proven }
}

/** People by what they fit, in the order in which each kind first comes. */
function kindsOf(people: readonly SeatablePerson[], group_count: number): PersonKind[] {
  const kinds = new Map<string, { people: number[]; fits: boolean[] }>()
  people.forEach(({ refusals }, index) => {
    assert(refusals.length === group_count, "a person's eligibility is about this chart")
    const fits = refusals.map((refusal) => refusal === null)
    const key = fits.map(Number).join("")
    const kind = kinds.get(key)
    if (kind) kind.people.push(index)
    else kinds.set(key, { people: [index], fits })
  })
  return [...kinds.values()]
}

/** An individual plan takes one of its rows, so that each classification may have none (CHART-6). */
function rangeOf(group: CompiledGroup, audience: PlanAudience): GroupRange {
  return isShared(audience) ? { min: group.required, max: group.limit } : { min: 0, max: 1 }
}

function fitting(kinds: readonly PersonKind[], group: number): number {
  return kinds.reduce((sum, kind) => sum + (kind.fits[group] ? kind.people.length : 0), 0)
}

function groupCost(group: CompiledGroup, range: GroupRange, fitting_count: number): GroupCost {
  const max = Math.min(range.max, fitting_count)
  const costs = [0]
  for (let sequence = 1; sequence <= max; sequence++)
    costs.push(costs[sequence - 1]! + (rowOfSequence(group, sequence)?.price_minor ?? 0))
  return { costs, min: range.min, max }
}

/** The people of each group in the order given, for counts that can be met. */
function peopleByGroup(kinds: readonly PersonKind[], counts: readonly number[]): number[][] {
  const flow = emptyFlow(kinds, counts.length)
  counts.forEach((count, group) => {
    assert(seatMore(flow, group, count) === count, "the chosen counts can be met")
  })
  const groups: number[][] = counts.map(() => [])
  kinds.forEach((kind, kind_index) => {
    let next = 0
    groups.forEach((group, group_index) => {
      const count = flow.seated[kind_index * counts.length + group_index]!
      group.push(...kind.people.slice(next, next + count))
      next += count
    })
  })
  return groups.map((group) => group.sort((a, b) => a - b))
}

function nameSeats(
  chart: CompiledChart,
  seats: readonly QuotedSeat[],
  people_by_group: readonly (readonly number[])[]
): SeatedPerson[] {
  return seats.map((seat) => {
    const group = chart.group_by_classification.get(seat.classification_id)!
    return { ...seat, person_index: people_by_group[group]![seat.sequence - 1]! }
  })
}
