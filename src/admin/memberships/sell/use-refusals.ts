import type { UseFormReturn } from "react-hook-form"
import { refusalSentences } from "../../charts/preview/refusal-sentences"
import { DomainError } from "../../../domain/errors"
import type { Plan } from "../../plans/types"
import { ApiError } from "../../platform/api-error"
import type { Studio } from "../../platform/studio"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { quoteBody, type SaleDraft } from "./sale-draft"
import { useRefusalOfQuote } from "./sale-queries"
import { fieldOfRefusal, type Step, STEPS, stepOfField } from "./sale-steps"

const OF_SEATS = ["classification_not_met", "seats_below_required", "seats_above_limit"] as const

interface RefusalFacts {
  plan: Plan | undefined
  studio: Studio
}

interface Unfit {
  person_index: number
  refusals: { reason: string }[]
}

/** The names of those who fit nothing, where only their dates of birth are missing; else null. */
function agelessOf({ details }: ApiError, people: SaleDraft["people"]): string[] | null {
  const unfit = (details.people ?? []) as Unfit[]
  const isAgeless = unfit.every(({ refusals }) => refusals.every(({ reason }) => reason === "age_unknown"))
  return isAgeless ? unfit.flatMap(({ person_index }) => people[person_index]?.name ?? []) : null
}

/** Why the sale is refused, in words, at the field that it is about. */
export function useRefusals(form: UseFormReturn<SaleDraft>, { plan, studio }: RefusalFacts) {
  const t = useText()
  const errorText = useErrorText()
  const refusalOf = useRefusalOfQuote()

  const sentences = (error: unknown): string[] => {
    if (!(error instanceof ApiError) || !plan) return [errorText(error)]
    const code = OF_SEATS.find((each) => each === error.code)
    if (!code) return [errorText(error)]
    const { by, people } = form.getValues()
    const ageless = code === "classification_not_met" ? agelessOf(error, people) : null
    if (ageless) return ageless.map((name) => `${name}: ${t("seating.misfit.age_unknown")}`)
    const { classifications } = studio
    const nameOf = (id: string | null) =>
      id === null ? t("charts.preview.any") : (classifications.find((each) => each.id === id)?.name ?? id)
    return refusalSentences(new DomainError(code, error.message, error.details), {
      ...{ t, audience: plan.audience, classifications },
      // Here people have names rather than ages.
      trial: { by, people: people.map(({ name }) => ({ key: name, age: 0, proofs: [] })) },
      names: { of: nameOf, person: ({ key }) => key, seat: () => "", ofAge: () => "" },
    })
  }

  /** @returns the step that shows it, or null where it is about the sale as a whole */
  const showAt = (error: unknown): Step | null => {
    const field = fieldOfRefusal(error, form.getValues("by"))
    if (field === null) return null
    form.setError(field, { type: "server", message: sentences(error).join(" ") })
    return stepOfField(field)
  }

  return {
    sentences,
    showAt,
    /** Whether nothing that this step or one before it asked for stands in the way of a price. */
    isPriced: async (step: Step): Promise<boolean> => {
      const body = plan ? quoteBody(form.getValues(), plan) : null
      if (!plan || body === null || step === "plan") return true
      const refusal = await refusalOf(plan.id, body)
      if (refusal === null) return true
      const field = fieldOfRefusal(refusal, form.getValues("by"))
      const at = field === null ? "seats" : stepOfField(field)
      if (STEPS.indexOf(at) > STEPS.indexOf(step)) return true
      showAt(refusal)
      return false
    },
  }
}
