import type { z } from "zod"
import type { Text } from "../text/use-text"
import type { AllOrSome } from "./all-or-some"
import { type MoneyRecord, wrongAmounts } from "./money"

interface NumberRule {
  min?: number
  /** Blank is allowed. */
  optional?: boolean
}

/**
 * Checks of single fields for a schema's `superRefine`, so that a form checks what it shows and no more: what is
 * hidden keeps what was typed, right or wrong.
 */
export function checksOf(issues: z.core.$RefinementCtx, t: Text) {
  const fault = (field: string, message: string) =>
    issues.addIssue({ code: "custom", path: field.split("."), message })
  return {
    fault,
    text: (field: string, value: string) => {
      if (value.trim() === "") fault(field, t("forms.required"))
    },
    number: (field: string, value: number | null, { min = 1, optional = false }: NumberRule = {}) => {
      if (value === null) {
        if (!optional) fault(field, t("forms.required"))
      } else if (!Number.isSafeInteger(value)) fault(field, t("forms.wholeNumber"))
      else if (value < min) fault(field, t("forms.atLeast", { min }))
    },
    list: (field: string, { all, ids }: AllOrSome) => {
      if (!all && ids.length === 0) fault(`${field}.ids`, t("forms.chooseOne"))
    },
    amounts: (field: string, record: MoneyRecord, codes: readonly string[]) => {
      for (const code of wrongAmounts(record, codes)) fault(`${field}.${code}`, t("forms.amount"))
    },
  }
}
