import { useState } from "react"
import type { FieldErrors } from "react-hook-form"
import { ApiError } from "../../platform/api-error"
import type { SaleDraft } from "./sale-draft"

export const STEPS = ["plan", "customize", "seats", "terms", "review"] as const
export type Step = (typeof STEPS)[number]
export type Field = keyof SaleDraft

/** Which step shows which field. */
export const FIELDS: Readonly<Record<Step, readonly Field[]>> = {
  plan: ["plan_id"],
  customize: ["customer", "region_id", "location_id", "starts_on", "reason"],
  seats: ["by", "counts", "people", "promo_codes"],
  terms: ["accepts_terms"],
  review: ["accepts_conversion", "payment", "draft_order", "note"],
}

export const stepsOf = ({ hasTerms }: { hasTerms: boolean }): Step[] =>
  STEPS.filter((step) => step !== "terms" || hasTerms)

/** The first step that shows a field with an error. */
export const stepOfErrors = (errors: FieldErrors<SaleDraft>): Step | undefined =>
  STEPS.find((step) => FIELDS[step].some((field) => errors[field]))

/** Whose field a refusal of the sale is about. */
const FIELD_OF_CODE: Readonly<Record<string, Field>> = {
  plan_not_sellable: "plan_id",
  chart_not_published: "plan_id",
  not_eligible: "customer",
  intro_already_used: "customer",
  currency_not_priced: "region_id",
  location_not_covered: "location_id",
  start_not_allowed: "starts_on",
  terms_not_accepted: "accepts_terms",
  conversion_not_accepted: "accepts_conversion",
}

const FIELD_OF_NAME: Readonly<Record<string, Field>> = {
  ...{ plan_id: "plan_id", customer_id: "customer", region_id: "region_id", location_id: "location_id" },
  ...{
    starts_on: "starts_on",
    reason: "reason",
    seats: "counts",
    people: "people",
    promo_codes: "promo_codes",
  },
  ...{ accepted_terms_version: "accepts_terms", accepts_conversion: "accepts_conversion" },
  ...{ payment: "payment", draft_order_id: "draft_order", note: "note" },
}

/** The field that a refusal belongs to; null where it is about the sale as a whole. */
export function fieldOfRefusal(error: unknown, by: SaleDraft["by"]): Field | null {
  if (!(error instanceof ApiError)) return null
  if (/^(seats_|classification_|household_only)/.test(error.code)) return by === "seats" ? "counts" : "people"
  const named = error.problems[0]?.field ?? error.details.field
  const byName = typeof named === "string" ? FIELD_OF_NAME[named.split(".")[0] ?? ""] : undefined
  return byName ?? FIELD_OF_CODE[error.code] ?? null
}

export const stepOfField = (field: Field): Step =>
  STEPS.find((step) => FIELDS[step].includes(field)) ?? "review"

/**
 * Where the reader is: back at any time, forward only over steps that are right.
 * @param isRight whether a step may be left; says what is wrong with it where not
 */
export function useSaleSteps(steps: readonly Step[], isRight: (step: Step) => Promise<boolean>) {
  const [chosen, setStep] = useState<Step>("plan")
  const step = steps.includes(chosen) ? chosen : "plan"
  const index = steps.indexOf(step)
  const goTo = async (to: Step) => {
    for (const passed of steps.slice(index, steps.indexOf(to))) {
      if (!(await isRight(passed))) {
        setStep(passed)
        return
      }
    }
    setStep(to)
  }
  const statusOf = (each: Step) => {
    const at = steps.indexOf(each)
    if (at < index) return "completed" as const
    return at === index ? ("in-progress" as const) : ("not-started" as const)
  }
  return { step, setStep, goTo, statusOf, next: steps[index + 1] }
}
