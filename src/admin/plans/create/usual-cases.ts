import type { PlanAudience, PlanKind } from "../../../domain/plans/types"
import type { MoneyRecord } from "../../forms/money"
import type { StudioClassification } from "../../platform/studio"
import type { Interval } from "../types"
import { likelyAdult, likelyChild } from "./likely-classifications"

export const USUAL_CASES = ["unlimited", "pack", "intro", "family", "corporate"] as const
export type UsualCase = (typeof USUAL_CASES)[number]

/** What is the same for every plan of a usual case. */
export interface UsualFacts {
  readonly kind: PlanKind
  readonly audience: PlanAudience
  readonly is_recurring: boolean
  readonly has_credits: boolean
  /** Whether its end is asked for: never, as one pleases, or in any case (PLAN-8). */
  readonly end: "none" | "optional" | "needed"
  readonly is_offer: boolean
}

const recurring = {
  kind: "membership",
  is_recurring: true,
  has_credits: false,
  end: "none",
  is_offer: false,
} as const

export const USUAL: Readonly<Record<UsualCase, UsualFacts>> = {
  unlimited: { ...recurring, audience: "individual" },
  pack: {
    ...{ kind: "credit_pack", audience: "individual", is_recurring: false },
    ...{ has_credits: true, end: "optional", is_offer: false },
  },
  intro: {
    ...{ kind: "membership", audience: "individual", is_recurring: false },
    ...{ has_credits: false, end: "needed", is_offer: true },
  },
  family: { ...recurring, audience: "household" },
  corporate: { ...recurring, audience: "corporate" },
}

export interface RowDraft {
  /** Blank is the plan's name. */
  label: string
  classification_id: string | null
  required: boolean
  unlimited: boolean
  prices: MoneyRecord
}

/** The form: named as the server names its fields, so that its refusals find theirs. A number is null while blank. */
export interface PlanDraft {
  usual: UsualCase
  name: string
  description: string
  revenue_category: string | null
  currency_codes: string[]
  billing: { interval: Interval["unit"]; interval_count: number | null }
  entitlement: { credits: number | null }
  validity: { count: number | null; unit: Interval["unit"] }
  introductory_offer: {
    look_back_days: number | null
    limit_per_customer: number | null
    limit_per_household: number | null
    /** `NO_PLAN`, or a plan's id. */
    converts_to_plan_id: string
    conversion: "offer" | "automatic"
  }
  terms: string
  signup_fees: MoneyRecord
  rows: RowDraft[]
  ending: "draft" | "sale"
}

export const NO_PLAN = "none"

/** In the reader's language: what the rows and the plan are called to begin with. */
export interface UsualWords {
  readonly name: (usual: UsualCase) => string
  readonly row: (
    row: "firstAdult" | "secondAdult" | "child" | "firstEmployee" | "secondEmployee" | "employee"
  ) => string
}

export interface UsualStudio {
  readonly currency_codes: readonly string[]
  readonly classifications: readonly StudioClassification[]
}

/** A usual case with everything that is usual filled in, and no prices. */
export function usualDraft(usual: UsualCase, studio: UsualStudio, words: UsualWords): PlanDraft {
  return {
    ...{ usual, name: words.name(usual), description: "", revenue_category: null, terms: "" },
    currency_codes: [...studio.currency_codes],
    billing: { interval: "month", interval_count: 1 },
    entitlement: { credits: 10 },
    validity: usual === "intro" ? { count: 14, unit: "day" } : { count: 12, unit: "month" },
    introductory_offer: {
      ...{ look_back_days: null, limit_per_customer: 1, limit_per_household: 1 },
      ...{ converts_to_plan_id: NO_PLAN, conversion: "offer" },
    },
    signup_fees: {},
    rows: usualRows(usual, studio, words),
    ending: "draft",
  }
}

/** Another case after some fields were filled in: what belongs to every plan stays as it was written. */
export function changedCase(
  before: PlanDraft,
  usual: UsualCase,
  studio: UsualStudio,
  words: UsualWords
): PlanDraft {
  const { description, revenue_category, currency_codes, terms, ending, name } = before
  const kept = { description, revenue_category, currency_codes, terms, ending }
  const isRenamed = name !== words.name(before.usual)
  return { ...usualDraft(usual, studio, words), ...kept, ...(isRenamed ? { name } : {}) }
}

const row = (label: string, kind: Partial<RowDraft> = {}): RowDraft => ({
  ...{ label, classification_id: null, required: false, unlimited: false, prices: {} },
  ...kind,
})

function usualRows(
  usual: UsualCase,
  { classifications }: UsualStudio,
  { row: name }: UsualWords
): RowDraft[] {
  if (usual === "family") {
    const adult = { classification_id: likelyAdult(classifications)?.id ?? null, required: true }
    const child = { classification_id: likelyChild(classifications)?.id ?? null, unlimited: true }
    return [row(name("firstAdult"), adult), row(name("secondAdult"), adult), row(name("child"), child)]
  }
  if (usual === "corporate") {
    return [
      row(name("firstEmployee"), { required: true }),
      row(name("secondEmployee"), { required: true }),
      row(name("employee"), { unlimited: true }),
    ]
  }
  return [row("")]
}
