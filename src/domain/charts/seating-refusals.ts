import { DomainError } from "../errors"
import type { SeatablePerson } from "./eligibility"
import { emptyFlow, groupsInTheWay, seatMore, type PersonKind, type SeatFlow } from "./seat-flow"
import { classificationName, seatCountText } from "./seat-limits"
import type { ClassificationNames, CompiledChart } from "./types"

/** Fewest and most seats of one group; `max` may be `Infinity`. */
export interface GroupRange {
  readonly min: number
  readonly max: number
}

/**
 * @throws DomainError `classification_not_met`; details.people lists everyone who fits no row, each with the
 *   reason for every classification of the chart, and details.person_index is the first of them
 */
export function assertEveryoneFits(people: readonly SeatablePerson[]): void {
  const unfit = people.flatMap(({ refusals }, person_index) => {
    const reasons = refusals.filter((refusal) => refusal !== null)
    return reasons.length === refusals.length ? [{ person_index, refusals: reasons }] : []
  })
  const [first] = unfit
  if (!first) return
  const reasons = first.refusals.map((refusal) => refusal.message).join(" ")
  throw new DomainError(
    "classification_not_met",
    `Person ${first.person_index + 1} fits no row of the price chart. ${reasons}`.trim(),
    { person_index: first.person_index, refusals: first.refusals, people: unfit }
  )
}

/**
 * @throws DomainError `seats_below_required` when the required rows cannot all be taken. Details name the first
 *   classification that falls short, with its `limit` (rows required) and `count` (people found for them), and
 *   `classification_ids`: all that compete for the same people
 */
export function assertRequiredMet(
  chart: CompiledChart,
  kinds: readonly PersonKind[],
  ranges: readonly GroupRange[],
  names?: ClassificationNames
): void {
  const flow = emptyFlow(kinds, ranges.length)
  ranges.forEach(({ min }, group) => {
    const count = seatMore(flow, group, min)
    if (count < min) throw requirementError(chart, groupsInTheWay(flow, group), { limit: min, count }, names)
  })
}

/**
 * @throws DomainError `seats_above_limit` when the rows that some people fit are all taken. Details name the
 *   first such classification with `limit` (its rows) and `count`, and `classification_ids`: all of them,
 *   `person_index`: somebody left without a seat
 */
export function assertAllSeated(
  chart: CompiledChart,
  kinds: readonly PersonKind[],
  ranges: readonly GroupRange[],
  names?: ClassificationNames
): void {
  const flow = emptyFlow(kinds, ranges.length)
  ranges.forEach(({ min }, group) => seatMore(flow, group, min))
  const people = kinds.reduce((sum, kind) => sum + kind.people.length, 0)
  ranges.forEach(({ min, max }, group) => seatMore(flow, group, Math.min(max, people) - min))
  const left = flow.waiting.findIndex((count) => count > 0)
  if (left === -1) return
  const full = fullGroups(flow, left)
  const limit = full.reduce((sum, group) => sum + ranges[group]!.max, 0)
  const count = full.reduce((sum, group) => sum + seatedOn(flow, group), 0) + flow.waiting[left]!
  const classification_ids = full.map((group) => chart.groups[group]!.classification_id)
  throw new DomainError(
    "seats_above_limit",
    `${nameAll(classification_ids, names)}: at most ${seatCountText(limit)}, not ${count}.`,
    {
      classification_id: classification_ids[0],
      limit,
      count,
      classification_ids,
      person_index: kinds[left]!.people.at(-flow.waiting[left]!),
    }
  )
}

function requirementError(
  chart: CompiledChart,
  competing: readonly number[],
  short: { limit: number; count: number },
  names?: ClassificationNames
): DomainError {
  const classification_ids = competing.map((group) => chart.groups[group]!.classification_id)
  const [classification_id, ...others] = classification_ids
  const name = classificationName(classification_id ?? null, names)
  const found = short.count === 0 ? "nobody given meets it" : `only ${short.count} of them found`
  const rivals = others.length ? `, once ${nameAll(others, names)} has its required seats` : ""
  return new DomainError(
    "seats_below_required",
    `${name}: at least ${seatCountText(short.limit)} required, ${found}${rivals}.`,
    { classification_id, ...short, classification_ids }
  )
}

/** The groups that a waiting kind of person fits, and those that people there could move to: all full. */
function fullGroups(flow: SeatFlow, kind: number): number[] {
  const reached = new Set<number>()
  const kinds = [kind]
  for (const next of kinds) {
    flow.kinds[next]!.fits.forEach((fits, group) => {
      if (!fits || reached.has(group)) return
      reached.add(group)
      flow.kinds.forEach((_, other) => {
        if (flow.seated[other * flow.group_count + group]! > 0 && !kinds.includes(other)) kinds.push(other)
      })
    })
  }
  return [...reached].sort((a, b) => a - b)
}

function seatedOn(flow: SeatFlow, group: number): number {
  return flow.kinds.reduce((sum, _, kind) => sum + flow.seated[kind * flow.group_count + group]!, 0)
}

function nameAll(classification_ids: readonly (string | null)[], names?: ClassificationNames): string {
  return classification_ids.map((id) => classificationName(id, names)).join(", ")
}
