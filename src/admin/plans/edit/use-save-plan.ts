import type { FieldValues, UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useSave } from "../../forms/use-save"
import { ApiError, type Problem } from "../../platform/api"
import { type Text, useText } from "../../text/use-text"
import { useUpdatePlan } from "../queries/plans"
import type { Plan } from "../types"
import { placeOf, type PlanSection } from "./plan-problems"

interface SavePlanOptions<Values extends FieldValues> {
  plan: Plan
  section: PlanSection
  /** What is sent: what the form shows, and nothing that it hides. */
  bodyOf: (values: Values) => Record<string, unknown>
  /** The toast, where the usual one does not say enough. */
  saved?: (plan: Plan) => string
}

/** Saves a section of a plan. What the server refuses is told at the form's fields, or names the other section. */
export function useSavePlan<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  { plan, section, bodyOf, saved }: SavePlanOptions<Values>
) {
  const t = useText()
  const isEnglish = useTranslation().i18n.language.startsWith("en")
  const { mutateAsync } = useUpdatePlan(plan.id)
  return useSave(form, {
    save: async (values: Values) => {
      try {
        return await mutateAsync(bodyOf(values))
      } catch (error) {
        throw error instanceof ApiError ? atFormFields(error, { section, t, isEnglish }) : error
      }
    },
    saved:
      saved ?? (({ name }) => t("plans.edit.saved", { section: t(`plans.sections.${section}.title`), name })),
  })
}

interface Reading {
  section: PlanSection
  t: Text
  isEnglish: boolean
}

/** The same refusal with the names of the form's fields, in the reader's language. */
function atFormFields(error: ApiError, reading: Reading): ApiError {
  const told = problemsOf(error).map((problem) => readProblem(problem, error.code, reading))
  const elsewhere = told.filter(({ section }) => section !== reading.section)
  if (!told.length) return error
  return new ApiError(error.status, {
    // A finding about another section is shown as it is, whatever the language: it has been translated here.
    code: elsewhere.length ? "told_in_full" : error.code,
    message: elsewhere.length ? elsewhereText(elsewhere, reading.t) : error.message,
    details: { problems: told.map(({ field, message }) => ({ field, message })) },
  })
}

function problemsOf(error: ApiError): Problem[] {
  if (error.problems.length) return error.problems
  const { field } = error.details
  return typeof field === "string" ? [{ field, message: error.message }] : []
}

interface ToldProblem extends Problem {
  section: PlanSection | null
}

function readProblem(
  { field, message }: Problem,
  code: string,
  { section, t, isEnglish }: Reading
): ToldProblem {
  const place = placeOf(field)
  const word = code === "name_taken" ? "handleTaken" : (place?.word ?? "other")
  return {
    section: place?.section ?? null,
    // A name that the form does not have keeps the finding away from a field that happens to be called so.
    field: place?.section === section ? place.field : `elsewhere:${field}`,
    message: isEnglish ? message : t(`plans.edit.problem.${word}`),
  }
}

function elsewhereText(problems: ToldProblem[], t: Text): string {
  const sentences = problems.map(({ section, message }) =>
    section
      ? t("plans.edit.elsewhereOne", { section: t(`plans.sections.${section}.title`), message })
      : message
  )
  return t("plans.edit.elsewhere", { problems: [...new Set(sentences)].join(" ") })
}
