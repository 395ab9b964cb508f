import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { pricedCurrencies } from "../../../domain/charts/price-rows"
import { sellability } from "../../../domain/plans/sellability"
import type { SalePlan } from "../../../modules/membership/types"
import { loadStore } from "../../../workflows/plans/steps/store"
import { membershipModule } from "../../http/handler"
import { oneOf } from "../../http/read"

type Row = Record<string, unknown>

const NONE = { live: 0, total: 0 }

/** Each plan of a list with its checklist (CHART-1, PLAN-14) and how many memberships it has. */
export async function planListAnswer(req: AuthenticatedMedusaRequest, rows: readonly Row[]): Promise<Row[]> {
  const ids = rows.flatMap(({ id }) => (typeof id === "string" ? [id] : []))
  const membership = membershipModule(req)
  const [sales, counts, { currency_codes }] = await Promise.all([
    membership.loadSalePlans({ ids }),
    membership.membershipCountsOf(ids),
    loadStore(req.scope),
  ])
  const by_id = new Map(sales.map((sale) => [sale.plan.id, sale]))
  return rows.map((row) => {
    const sale = by_id.get(row.id as string)
    if (!sale) return row
    const membership_counts = counts.get(sale.plan.id) ?? NONE
    return { ...row, sellability: checklist(sale, currency_codes), membership_counts }
  })
}

/** One plan, with its current terms, its checklist and how many memberships it has. */
export async function planAnswer(req: AuthenticatedMedusaRequest, id: string): Promise<Row> {
  const row = await oneOf(req, "membership_plan", id)
  const sale = await membershipModule(req).loadSalePlan({ id_or_handle: id })
  const counts = await membershipModule(req).membershipCountsOf([id])
  const { currency_codes } = await loadStore(req.scope)
  const { current_terms } = sale
  const terms = current_terms && {
    id: current_terms.id,
    version: current_terms.version,
    text: current_terms.text,
  }
  const membership_counts = counts.get(id) ?? NONE
  return { ...row, terms, sellability: checklist(sale, currency_codes), membership_counts }
}

function checklist({ plan, published_chart }: SalePlan, store_currency_codes: readonly string[]) {
  return sellability({
    status: plan.status,
    has_variant: plan.variant_id !== "",
    published_currency_codes: published_chart ? pricedCurrencies(published_chart.rows) : null,
    currency_codes: plan.currency_codes ?? store_currency_codes,
    sold_at: plan.locations.sold_at,
    location_id: null,
  })
}
