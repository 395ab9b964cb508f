import { type FieldErrors } from "react-hook-form"
import { useState } from "react"
import type { PlanDraft } from "./usual-cases"

export const STEPS = ["kind", "details", "prices"] as const
export type Step = (typeof STEPS)[number]

type Field = keyof PlanDraft

/** Which step shows which field. */
const FIELDS: Readonly<Record<Step, readonly Field[]>> = {
  kind: ["usual"],
  details: [
    ...(["name", "description", "revenue_category", "currency_codes", "billing"] as const),
    ...(["entitlement", "validity", "introductory_offer", "terms"] as const),
  ],
  prices: ["rows", "signup_fees", "ending"],
}

/** The first step that shows a field with an error. */
export const stepOfErrors = (errors: FieldErrors<PlanDraft>): Step | undefined =>
  STEPS.find((step) => FIELDS[step].some((field) => errors[field]))

/**
 * Where the reader is, and how far they have been: back at any time, forward only over steps that are right.
 * @param isRight whether the fields of these steps are right; says so at those that are not
 */
export function useSteps(isRight: (fields: Field[]) => Promise<boolean>) {
  const [step, setStep] = useState<Step>("kind")
  const index = STEPS.indexOf(step)
  const goTo = async (to: Step) => {
    for (const passed of STEPS.slice(index, STEPS.indexOf(to))) {
      if (!(await isRight([...FIELDS[passed]]))) {
        setStep(passed)
        return
      }
    }
    setStep(to)
  }
  const statusOf = (each: Step) => {
    const at = STEPS.indexOf(each)
    if (at < index) return "completed" as const
    return at === index ? ("in-progress" as const) : ("not-started" as const)
  }
  return { step, setStep, goTo, statusOf, next: STEPS[index + 1] }
}
