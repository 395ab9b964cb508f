import type { Quote } from "./quote-types"
import type { SeatCount } from "../../../domain/charts/types"
import type { Found } from "../../people/choose/sources"
import type { Plan } from "../../plans/types"

export const PAYMENTS = ["paid", "pending", "draft_order", "existing"] as const

/** What staff have chosen so far (SALE-9). */
export interface SaleDraft {
  plan_id: string
  customer: Found | null
  region_id: string
  /** `anywhere` is no location. */
  location_id: string
  starts_on: string
  /** Past who an offer is for; blank keeps to it. */
  reason: string
  /** In spite of what the customer has already, or owes (BILL-11). */
  despite: string
  by: "seats" | "people"
  /** Of each classification of the chart. */
  counts: SeatCount[]
  people: Found[]
  /** As typed, with commas or spaces between them. */
  promo_codes: string
  accepts_terms: boolean
  /** What follows an introductory offer (PLAN-8). */
  accepts_conversion: boolean
  /** `existing` is a draft order that has other items. */
  payment: (typeof PAYMENTS)[number]
  draft_order: Found | null
  note: string
}

/** Stands for no location, which a choice cannot have for its value. */
export const ANYWHERE = "anywhere"

export const emptySale = (plan_id: string): SaleDraft => ({
  ...{
    plan_id,
    customer: null,
    region_id: "",
    location_id: ANYWHERE,
    starts_on: "",
    reason: "",
    despite: "",
  },
  ...{
    by: "seats",
    counts: [],
    people: [],
    promo_codes: "",
    accepts_terms: false,
    accepts_conversion: false,
  },
  ...{ payment: "paid", draft_order: null, note: "" },
})

type SoldPlan = Pick<Plan, "starts" | "terms">

/** What is asked of both the price and the sale; null while something is missing. */
function wishOf(draft: SaleDraft, { starts }: SoldPlan): Record<string, unknown> | null {
  const { customer, region_id, location_id, starts_on, by, counts, people } = draft
  const taken = counts.filter(({ count }) => count > 0)
  if (!customer || region_id === "" || (by === "seats" ? taken : people).length === 0) return null
  if (starts === "chosen_date" && starts_on === "") return null
  return {
    ...{ customer_id: customer.id, region_id, location_id: location_id === ANYWHERE ? null : location_id },
    ...(starts === "chosen_date" ? { starts_on } : {}),
    ...(by === "seats" ? { seats: taken } : { people: people.map(({ id }) => ({ member_id: id })) }),
    promo_codes: draft.promo_codes.split(/[\s,;]+/).filter(Boolean),
  }
}

/** The body of the plan's quote. */
export function quoteBody(draft: SaleDraft, plan: SoldPlan): Record<string, unknown> | null {
  const wish = wishOf(draft, plan)
  const reason = draft.reason.trim()
  return wish && (reason ? { ...wish, override_eligibility: true, reason } : wish)
}

/**
 * What a price asks for before it is sold at: what the customer has already, or owes, is sold to them for a reason (BILL-11),
 * and what goes on by itself only with their consent (PLAN-8).
 */
export function missingFor(
  quote: Pick<Quote, "notices" | "conversion"> | null,
  { despite, accepts_conversion }: SaleDraft
): ("despite" | "accepts_conversion")[] {
  const isExplained = quote?.notices.length === 0 || despite.trim() !== ""
  const isAgreed = quote?.conversion?.mode !== "automatic" || accepts_conversion
  return quote === null
    ? []
    : [...(isExplained ? [] : ["despite" as const]), ...(isAgreed ? [] : ["accepts_conversion" as const])]
}

/** The body of the sale, at the price that was shown. */
export function saleBody(
  draft: SaleDraft,
  plan: SoldPlan,
  quote: Pick<Quote, "id" | "notices" | "conversion">
): Record<string, unknown> {
  const { plan_id, payment, draft_order, accepts_terms, accepts_conversion } = draft
  const codes = [...new Set(quote.notices.map(({ code }) => code))]
  return {
    ...{ plan_id, quote_id: quote.id, ...wishOf(draft, plan) },
    // Whoever has said why has read them; who the plan is for is another question.
    ...(codes.length > 0
      ? { confirmed_notices: codes, confirmed_reason: draft.despite.trim() || undefined }
      : {}),
    ...(plan.terms && accepts_terms ? { accepted_terms_version: plan.terms.version } : {}),
    ...(quote.conversion && accepts_conversion ? { accepts_conversion } : {}),
    reason: draft.reason.trim() || undefined,
    note: draft.note.trim() || undefined,
    payment: payment === "existing" ? "draft_order" : payment,
    ...(payment === "existing" ? { draft_order_id: draft_order?.id } : {}),
  }
}
