import { z } from "zod"
import type { Text } from "../../../text/use-text"
import type { Found } from "../../choose/sources"
import { dateOfBirth } from "../../members/form/member-form"
import type { NewHousehold } from "../../queries/households"
import type { NewPerson } from "../../types"

export interface NewPersonValues {
  first_name: string
  last_name: string
  date_of_birth: string
}

export const NEW_PERSON: NewPersonValues = { first_name: "", last_name: "", date_of_birth: "" }

/** The names are those of the request, so that a refusal finds its field. */
export interface HouseholdValues {
  name: string
  guardian_ids: Found[]
  member_ids: Found[]
  new_members: NewPersonValues[]
}

export const NEW_HOUSEHOLD: HouseholdValues = { name: "", guardian_ids: [], member_ids: [], new_members: [] }

export const newPersonSchema = (t: Text, today: string | undefined) =>
  z.object({
    first_name: z.string().trim().min(1, t("forms.required")),
    last_name: z.string(),
    date_of_birth: dateOfBirth(t, today),
  })

export const householdSchema = (t: Text, today: string | undefined) =>
  z.object({
    name: z.string().trim().min(1, t("forms.required")),
    guardian_ids: z.array(z.custom<Found>()).min(1, t("people.households.needsGuardian")),
    member_ids: z.array(z.custom<Found>()),
    new_members: z.array(newPersonSchema(t, today)),
  })

export const newPersonOf = ({ first_name, last_name, date_of_birth }: NewPersonValues): NewPerson => ({
  first_name: first_name.trim(),
  last_name: last_name.trim() || null,
  date_of_birth: date_of_birth || null,
})

const idsOf = (found: readonly Found[]) => found.map(({ id }) => id)

export const bodyOf = (values: HouseholdValues): Omit<NewHousehold, "move"> => ({
  name: values.name.trim(),
  guardian_ids: idsOf(values.guardian_ids),
  member_ids: idsOf(values.member_ids),
  new_members: values.new_members.map(newPersonOf),
})
