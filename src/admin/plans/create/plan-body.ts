import type { ChartRowDraft } from "../../../domain/charts/types"
import { amountsOf } from "../../forms/money"
import { NO_PLAN, type PlanDraft, USUAL } from "./usual-cases"

/** What is sent to make the plan; it begins as a draft, whatever happens to it next. */
export function planBody(draft: PlanDraft, store_currency_codes: readonly string[]): Record<string, unknown> {
  const { usual, name, description, revenue_category, currency_codes, terms, signup_fees } = draft
  const { kind, audience } = USUAL[usual]
  const fees = amountsOf(signup_fees, currency_codes)
  const isEverywhere = store_currency_codes.every((code) => currency_codes.includes(code))
  return {
    ...{ name: name.trim(), kind, audience, revenue_category },
    description: description.trim() || null,
    currency_codes: isEverywhere ? null : currency_codes,
    terms: terms.trim() || null,
    signup_fee: fees.length ? fees : null,
    ...termOf(draft),
    ...offerOf(draft),
  }
}

function termOf({ usual, billing, entitlement: { credits }, validity: { count, unit } }: PlanDraft) {
  const facts = USUAL[usual]
  return {
    billing: facts.is_recurring ? { type: "recurring", ...billing } : { type: "one_time" },
    entitlement: facts.has_credits
      ? { type: "credits", credits, per: "term", scope: "shared" }
      : { type: "unlimited" },
    validity: facts.end === "none" || count === null ? null : { count, unit },
  }
}

function offerOf({ usual, introductory_offer: { converts_to_plan_id, conversion, ...limits } }: PlanDraft) {
  if (!USUAL[usual].is_offer) return {}
  const leads = converts_to_plan_id !== NO_PLAN
  return {
    introductory_offer: {
      new_customers_only: true,
      ...limits,
      converts_to_plan_id: leads ? converts_to_plan_id : null,
      conversion: leads ? conversion : "offer",
    },
  }
}

/** The rows of the first version; none while no price was written, so that no empty version is begun. */
export function chartBody({ name, rows, currency_codes }: PlanDraft): ChartRowDraft[] {
  const drafts = rows.map(({ label, prices, ...rest }) => ({
    ...rest,
    label: label.trim() || name.trim(),
    prices: amountsOf(prices, currency_codes),
    tax_rate: null,
  }))
  return drafts.some(({ prices }) => prices.length > 0) ? drafts : []
}
