import { growthOrder, smallestGroup } from "../../../domain/charts/average-price"
import type { ChartRowDraft, SeatCount } from "../../../domain/charts/types"
import type { Classification } from "../../../domain/people/types"
import { isShared, type PlanAudience } from "../../../domain/plans/types"
import type { CalendarDate } from "../../../domain/time/types"

/** Somebody who is tried on the chart. */
export interface TriedPerson {
  readonly key: string
  /** In whole years. */
  readonly age: number
  /** Classifications for which they show a proof. */
  readonly proofs: readonly string[]
}

/** Of people who are made up: a couple, their child, and then who else may come. */
const TYPICAL_AGES = [38, 36, 6, 12, 68, 66, 20, 24, 2, 15]

/** The rows that the smallest sale takes; one for an individual plan (CHART-6). */
function startingRows(rows: readonly ChartRowDraft[], audience: PlanAudience): ChartRowDraft[] {
  return isShared(audience) ? growthOrder(rows, smallestGroup(rows, audience)) : rows.slice(0, 1)
}

/** As many seats of each classification as the smallest sale has. */
export function startingCounts(rows: readonly ChartRowDraft[], audience: PlanAudience): SeatCount[] {
  const taken = startingRows(rows, audience)
  return classificationsOf(rows).map((classification_id) => ({
    classification_id,
    count: taken.filter((row) => row.classification_id === classification_id).length,
  }))
}

/** People who fit the smallest sale: for a family two adults and a child. */
export function startingPeople(
  rows: readonly ChartRowDraft[],
  audience: PlanAudience,
  classifications: readonly Classification[]
): TriedPerson[] {
  const ages: number[] = []
  return startingRows(rows, audience).map(({ classification_id }, index) => {
    const classification = classifications.find(({ id }) => id === classification_id)
    const age = typicalAge(classification, ages)
    ages.push(age)
    return { key: `start-${index}`, age, proofs: classification?.requires_proof ? [classification.id] : [] }
  })
}

function typicalAge(classification: Classification | undefined, taken: readonly number[]): number {
  const { min_age = null, max_age = null } = classification ?? {}
  const fitting = TYPICAL_AGES.filter((age) => age >= (min_age ?? 0) && age <= (max_age ?? Infinity))
  return fitting.find((age) => !taken.includes(age)) ?? fitting[0] ?? min_age ?? max_age ?? 0
}

/** Each classification of the chart once, in the order of its first row; null is `Any`. */
export const classificationsOf = (rows: readonly ChartRowDraft[]): (string | null)[] => [
  ...new Set(rows.map((row) => row.classification_id)),
]

/** A date of birth that makes somebody so old on a day. */
export function bornAt(age: number, today: CalendarDate): CalendarDate {
  const year = String(Number(today.slice(0, 4)) - age).padStart(4, "0")
  // There is no such day in most years; the day before gives the same age.
  const month_day = today.slice(4) === "-02-29" ? "-02-28" : today.slice(4)
  return `${year}${month_day}`
}

/** What a person is called: the first classification of the chart that they belong to, null when none. */
export function classificationOf(
  { age, proofs }: TriedPerson,
  rows: readonly ChartRowDraft[],
  classifications: readonly Classification[]
): string | null {
  const fits = ({ id, min_age, max_age, requires_proof }: Classification) =>
    age >= (min_age ?? 0) && age <= (max_age ?? Infinity) && (!requires_proof || proofs.includes(id))
  const found = classificationsOf(rows).flatMap((id) => classifications.filter((each) => each.id === id))
  return found.find(fits)?.name ?? null
}
