import { assert } from "../errors"
import { qualify } from "../people/qualification"
import type { Classification, Person } from "../people/types"
import type { CalendarDate } from "../time/types"
import type { CompiledChart } from "./types"

/** Why a person may not sit on the rows of one classification. */
export interface SeatRefusal {
  readonly classification_id: string | null
  readonly reason: Extract<ReturnType<typeof qualify>, { qualifies: false }>["reason"]
  readonly message: string
}

/** A person as far as seating is concerned: for each group of the chart, in order, null (fits) or why not. */
export interface SeatablePerson {
  readonly refusals: readonly (SeatRefusal | null)[]
}

/**
 * Where each person may sit on a chart, on a date in the location's calendar (PEOPLE-4). `Any` rows take everyone.
 * @param input.classifications those of the chart, by id; more do no harm
 */
export function seatablePeople(
  chart: CompiledChart,
  people: readonly Person[],
  input: { readonly classifications: ReadonlyMap<string, Classification>; readonly on_date: CalendarDate }
): SeatablePerson[] {
  const groups = chart.groups.map(({ classification_id }) => {
    if (classification_id === null) return null
    const classification = input.classifications.get(classification_id)
    assert(classification, `classification ${classification_id} of the chart is given`)
    return classification
  })
  return people.map((person) => ({
    refusals: groups.map((classification) => refusal(person, classification, input.on_date)),
  }))
}

function refusal(
  person: Person,
  classification: Classification | null,
  on_date: CalendarDate
): SeatRefusal | null {
  const answer = qualify(person, classification, on_date)
  if (answer.qualifies) return null
  return { classification_id: classification?.id ?? null, reason: answer.reason, message: answer.message }
}
