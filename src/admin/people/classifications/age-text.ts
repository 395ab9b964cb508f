import type { AgeRange } from "../../../domain/people/classifications"
import type { Text } from "../../text/use-text"

/** Ages as staff read them, both ends included: "From 18", "5–8", "Any age". */
export function ageText({ min_age, max_age }: AgeRange, t: Text): string {
  if (min_age === null)
    return max_age === null
      ? t("people.classifications.agesAny")
      : t("people.classifications.agesTo", { max: max_age })
  if (max_age === null) return t("people.classifications.agesFrom", { min: min_age })
  if (min_age === max_age) return t("people.classifications.agesOne", { min: min_age })
  return t("people.classifications.agesBetween", { min: min_age, max: max_age })
}
