import { z } from "zod"
import type { Text, TextKey } from "../../text/use-text"
import { type DraftProblem, draftProblems } from "./draft-problems"
import type { PlanDraft } from "./usual-cases"

const SENTENCE: Readonly<Record<DraftProblem["problem"], TextKey>> = {
  required: "forms.required",
  wholeNumber: "forms.wholeNumber",
  amount: "forms.amount",
  priceMissing: "plans.create.priceMissing",
  currencyMissing: "plans.create.currencyMissing",
}

export const draftSchema = (t: Text) =>
  z.custom<PlanDraft>().superRefine((draft, context) => {
    for (const { path, problem } of draftProblems(draft)) {
      context.addIssue({ code: "custom", path: path.split("."), message: t(SENTENCE[problem]) })
    }
  })
