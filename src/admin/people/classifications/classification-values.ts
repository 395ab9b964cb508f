import { z } from "zod"
import type { StudioClassification } from "../../platform/studio"
import type { Text } from "../../text/use-text"
import type { ClassificationBody } from "./classifications"

export interface ClassificationValues {
  name: string
  description: string
  min_age: number | null
  max_age: number | null
  requires_proof: boolean
}

export const NEW_CLASSIFICATION: ClassificationValues = {
  name: "",
  description: "",
  min_age: null,
  max_age: null,
  requires_proof: false,
}

/** PEOPLE-3 at the fields; whether the name is free, the server says. */
export function classificationSchema(t: Text) {
  const wrong = t("people.classifications.ageWrong")
  const age = z.int(wrong).min(0, wrong).max(130, wrong).nullable()
  return z
    .object({
      name: z.string().trim().min(1, t("forms.required")),
      description: z.string(),
      min_age: age,
      max_age: age,
      requires_proof: z.boolean(),
    })
    .refine(({ min_age, max_age }) => min_age === null || max_age === null || min_age <= max_age, {
      path: ["max_age"],
      message: t("people.classifications.agesCrossed"),
    })
}

export const bodyOf = ({ description, name, ...rest }: ClassificationValues): ClassificationBody => ({
  ...rest,
  name: name.trim(),
  description: description.trim() || null,
})

export const valuesOf = ({ description, ...rest }: StudioClassification): ClassificationValues => ({
  name: rest.name,
  description: description ?? "",
  min_age: rest.min_age,
  max_age: rest.max_age,
  requires_proof: rest.requires_proof,
})

/** Only what differs, so that the history tells what was changed and nothing else. */
export function changes(before: ClassificationBody, after: ClassificationBody): Partial<ClassificationBody> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => before[field as keyof ClassificationBody] !== value)
  )
}
