import { pricedCurrencies } from "../charts/price-rows"
import { sellability } from "../plans/sellability"
import { compareInstants } from "../time/calendar"
import { advance } from "../time/durations"
import type { Instant } from "../time/types"
import type { DraftToSell, PlacedOrder, PlanToSell, SaleFinding } from "./activation-types"

/** How long before the order the checks may have passed, and how far two machines' clocks may be apart. */
const CHECKED_FOR = "PT30M"
const CLOCK_SKEW = "PT1M"

/** Whether the checks before completion passed for this very order. */
export function wasChecked(checked_at: Instant | null, ordered_at: Instant): boolean {
  if (checked_at === null) return false
  const not_before = compareInstants(advance(checked_at, CHECKED_FOR, "UTC"), ordered_at) >= 0
  return not_before && compareInstants(checked_at, advance(ordered_at, CLOCK_SKEW, "UTC")) <= 0
}

/** What the checks before completion would have refused, had they run (SALE-5). */
export function staleFindings(draft: DraftToSell, plan: PlanToSell, order: PlacedOrder): SaleFinding[] {
  const unsellable = sellabilityFindings(plan, order, draft.location_id)
  const findings = [...unsellable, ...eligibilityFindings(plan)]
  if (unsellable.length === 0 && plan.published_chart?.id !== draft.price_chart_id) {
    const message = "Another version of the price chart is published now than the one that was quoted."
    const details = {
      quoted_chart_id: draft.price_chart_id,
      published_chart_id: plan.published_chart?.id ?? null,
    }
    findings.push({ code: "quote_stale", message, details })
  } else if (draft.region_id !== null && draft.region_id !== order.region_id) {
    const message = "The region was changed after the quote."
    findings.push({
      code: "quote_stale",
      message,
      details: { quoted: draft.region_id, ordered: order.region_id },
    })
  }
  if (plan.current_terms_id !== null && plan.current_terms_id !== draft.accepted_terms_id) {
    const message = "The current terms of the plan were not accepted."
    findings.push({ code: "terms_not_accepted", message, details: { terms_id: plan.current_terms_id } })
  }
  return findings
}

/** The first of what keeps a plan from being sold; all of it in the details. */
export function sellabilityFindings(
  plan: PlanToSell,
  order: PlacedOrder,
  location_id: string | null
): SaleFinding[] {
  const { problems } = sellability({
    status: plan.status,
    has_variant: true,
    published_currency_codes: plan.published_chart ? pricedCurrencies(plan.published_chart.rows) : null,
    currency_codes: [order.currency_code],
    sold_at: plan.locations.sold_at,
    location_id,
  })
  const [first] = problems
  return first ? [{ code: "plan_not_sellable", message: first.message, details: { problems } }] : []
}

export function eligibilityFindings({ ineligible }: PlanToSell): SaleFinding[] {
  const [first] = ineligible
  return first ? [{ code: first.code, message: first.message, details: { reasons: ineligible } }] : []
}
