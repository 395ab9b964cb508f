import { z } from "zod"
import type { Text } from "../../../text/use-text"
import { birthProblem } from "../../birth-problem"
import { customerName } from "../../names"
import type { Found } from "../../choose/sources"
import type { Member, MemberBody } from "../../types"

export interface MemberValues {
  first_name: string
  last_name: string
  date_of_birth: string
  email: string
  phone: string
  photo_url: string
  notes: string
  customer_id: Found | null
  household_id: Found | null
}

export const NEW_MEMBER: MemberValues = {
  ...{ first_name: "", last_name: "", date_of_birth: "", email: "", phone: "", photo_url: "", notes: "" },
  ...{ customer_id: null, household_id: null },
}

/** A date of birth that cannot be right is said at its field; undefined leaves that to the server. */
export const dateOfBirth = (t: Text, today: string | undefined) =>
  z.string().superRefine((given, context) => {
    const problem = today === undefined ? null : birthProblem(given, today)
    if (problem) context.addIssue({ code: "custom", message: t(problem) })
  })

export const memberSchema = (t: Text, today: string | undefined) =>
  z.object({
    first_name: z.string().trim().min(1, t("forms.required")),
    last_name: z.string(),
    date_of_birth: dateOfBirth(t, today),
    email: z.union([z.literal(""), z.email(t("people.members.form.emailWrong"))]),
    phone: z.string(),
    photo_url: z.union([
      z.literal(""),
      z.url({ protocol: /^https?$/, error: t("people.members.form.urlWrong") }),
    ]),
    notes: z.string(),
    customer_id: z.custom<Found | null>(),
    household_id: z.custom<Found | null>(),
  })

/** Blank text is what is not known. */
const known = (text: string): string | null => text.trim() || null

export function bodyOf(values: MemberValues): MemberBody {
  return {
    first_name: values.first_name.trim(),
    last_name: known(values.last_name),
    date_of_birth: known(values.date_of_birth),
    email: known(values.email),
    phone: known(values.phone),
    photo_url: known(values.photo_url),
    notes: known(values.notes),
    customer_id: values.customer_id?.id ?? null,
  }
}

/** Only what differs is sent, so that the history tells what was changed and nothing else. */
export function changes(before: MemberBody, after: MemberBody): Partial<MemberBody> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => before[field as keyof MemberBody] !== value)
  )
}

export function valuesOf(member: Member, date_of_birth: string | null): MemberValues {
  const { customer, customer_id } = member
  const name = customer ? customerName(customer) : (customer_id ?? "")
  return {
    first_name: member.first_name,
    last_name: member.last_name ?? "",
    date_of_birth: date_of_birth ?? "",
    email: member.email ?? "",
    phone: member.phone ?? "",
    photo_url: member.photo_url ?? "",
    notes: member.notes ?? "",
    customer_id: customer_id === null ? null : { id: customer_id, name },
    household_id: null,
  }
}
