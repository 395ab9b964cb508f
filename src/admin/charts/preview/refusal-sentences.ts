import type { SeatRefusal } from "../../../domain/charts/eligibility"
import type { DomainError } from "../../../domain/errors"
import type { Classification } from "../../../domain/people/types"
import { isShared, type PlanAudience } from "../../../domain/plans/types"
import type { Text } from "../../text/use-text"
import type { Names } from "./use-names"
import type { Trial } from "./use-trial"

interface RefusalContext {
  t: Text
  trial: Pick<Trial, "by" | "people">
  names: Names
  audience: PlanAudience
  classifications: readonly Classification[]
}

/** Of `seats_below_required` and `seats_above_limit`; without a classification it is about the whole membership. */
interface LimitDetails {
  readonly classification_id?: string | null
  readonly limit: number
  readonly count: number
  readonly classification_ids?: readonly (string | null)[]
}

interface UnfitPerson {
  readonly person_index: number
  readonly refusals: readonly SeatRefusal[]
}

/** A refusal of the domain in the reader's language, by its code. */
export function refusalSentences({ code, message, details }: DomainError, context: RefusalContext): string[] {
  const limits = details as unknown as LimitDetails
  if (code === "classification_not_met") return unfit(details.people as readonly UnfitPerson[], context)
  if (code === "seats_below_required") return tooFew(limits, context)
  if (code === "seats_above_limit") return [tooMany(limits, context)]
  return [message]
}

function tooFew(details: LimitDetails, { t, trial, names, audience }: RefusalContext): string[] {
  const { classification_id, limit, count, classification_ids = [] } = details
  if (classification_id === undefined)
    return [t(isShared(audience) ? "charts.preview.tooFewShared" : "charts.preview.tooFewOne")]
  const said = { name: names.of(classification_id), count: limit, chosen: count }
  if (trial.by === "seats") return [t("charts.preview.belowRequired", said)]
  const [, ...rivals] = classification_ids
  return [
    t(count === 0 ? "charts.preview.nobodyMeets" : "charts.preview.fewMeet", said),
    ...(rivals.length ? [t("charts.preview.rivals", { names: rivals.map(names.of).join(", ") })] : []),
  ]
}

function tooMany(details: LimitDetails, { t, names, audience }: RefusalContext): string {
  const { classification_id, limit, count, classification_ids } = details
  if (classification_id === undefined)
    return isShared(audience) ? t("charts.preview.tooManyShared", { limit }) : t("charts.preview.tooManyOne")
  const name = (classification_ids ?? [classification_id]).map(names.of).join(", ")
  return t("charts.preview.aboveLimit", { name, count: limit, chosen: count })
}

/** Each person who fits no row, with the reason for each classification of the chart. */
function unfit(
  people: readonly UnfitPerson[],
  { t, trial, names, classifications }: RefusalContext
): string[] {
  return people.flatMap(({ person_index, refusals }) => {
    const tried = trial.people[person_index]
    if (!tried) return []
    const reasons = refusals.map(({ classification_id, reason }) => {
      const limits = classifications.find(({ id }) => id === classification_id)
      return t(`charts.preview.${reason}`, {
        name: names.of(classification_id),
        min: limits?.min_age ?? 0,
        max: limits?.max_age ?? 0,
      })
    })
    return [[t("charts.preview.fitsNothing", { person: names.person(tried) }), ...reasons].join(" ")]
  })
}
