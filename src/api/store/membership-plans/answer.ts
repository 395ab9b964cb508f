import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { fromPriceMinor } from "../../../domain/charts/from-price"
import { DomainError } from "../../../domain/errors"
import { fromMinor } from "../../../domain/money/amounts"
import { soldCurrencies } from "../../../domain/plans/sold-currencies"
import type { EligibilityReason } from "../../../domain/plans/eligibility"
import { chartRows, type PriceChart } from "../../../modules/membership/mapping/chart-rows"
import type { SalePlan } from "../../../modules/membership/types"
import { loadStore } from "../../../workflows/plans/steps/store"
import { membershipModule } from "../../http/handler"

type Request = AuthenticatedMedusaRequest

/** The currency that was asked for, by itself or by its region; the store's default when none was. */
export async function currencyOf(req: Request): Promise<string> {
  const { currency_code, region_id } = req.validatedQuery
  if (typeof region_id === "string") {
    const [region] = await req.scope
      .resolve(Modules.REGION)
      .listRegions({ id: region_id }, { select: ["currency_code"] })
    if (!region)
      throw new DomainError("not_found", `There is no region with the id ${region_id}.`, {
        field: "region_id",
      })
    return region.currency_code
  }
  if (typeof currency_code === "string") return currency_code
  const [first] = (await loadStore(req.scope)).currency_codes
  if (first) return first
  throw new DomainError("currency_not_priced", "The store sells in no currency yet.", {
    field: "currency_code",
  })
}

/** Whether a plan is sold in a currency: it has a published chart with a price for every row. */
export function isSoldIn({ plan, published_chart }: SalePlan, currency_code: string): boolean {
  return soldCurrencies(plan, published_chart?.rows ?? null)?.includes(currency_code) ?? false
}

/** Whether the store's own route answers a plan: a hidden one too, but no draft and nothing archived or without prices. */
export const isFound = ({ plan, published_chart }: SalePlan): boolean =>
  plan.status === "active" && published_chart !== null

/** Plans as customers see them, with their own eligibility when they are logged in (SALE-11). */
export async function storePlans(req: Request, sales: readonly SalePlan[], currency_code: string) {
  const { auth_context } = req as Partial<Request>
  const customer_id = auth_context?.actor_type === "customer" ? auth_context.actor_id : null
  const ids = sales.map(({ plan }) => plan.id)
  const reasons =
    customer_id && ids.length
      ? await membershipModule(req).eligibilityOf({ plan_ids: ids, customer_id })
      : null
  return sales.map((sale) => storePlan(sale, currency_code, reasons?.get(sale.plan.id) ?? null))
}

/** Everything that may leave by the store's routes stands here; revenue category and metadata do not. */
function storePlan(sale: SalePlan, currency_code: string, reasons: readonly EligibilityReason[] | null) {
  const { plan, published_chart, current_terms } = sale
  const chart =
    published_chart && isSoldIn(sale, currency_code) ? storeChart(sale, published_chart, currency_code) : null
  return {
    id: plan.id,
    name: plan.name,
    handle: plan.handle,
    kind: plan.kind,
    audience: plan.audience,
    description: plan.description,
    image: plan.image_url,
    billing: plan.billing,
    validity: plan.validity,
    starts: plan.starts,
    must_start_within: plan.must_start_within,
    entitlement: plan.entitlement,
    renewal: plan.renewal,
    introductory_offer: plan.introductory_offer !== null,
    signup_fee: plan.signup_fees.filter((fee) => fee.currency_code === currency_code),
    cancellation_policy: plan.cancellation_policy,
    terms: current_terms && { version: current_terms.version, text: current_terms.text },
    portal: plan.portal,
    guest_passes: plan.guest_passes_per_period,
    locations: plan.locations,
    product_id: plan.product_id,
    variant_id: plan.variant_id,
    currency_code,
    from_amount: chart && published_chart ? fromAmount(sale, published_chart, currency_code) : null,
    chart,
    ...(reasons ? { eligible: reasons.length === 0, ineligible_reasons: reasons } : {}),
  }
}

function fromAmount({ plan }: SalePlan, chart: PriceChart, currency_code: string): number | null {
  const minor = fromPriceMinor(chartRows(chart, currency_code), plan.audience)
  return minor === null ? null : fromMinor(minor, currency_code)
}

function storeChart({ classifications }: SalePlan, chart: PriceChart, currency_code: string) {
  const by_id = new Map(classifications.map((classification) => [classification.id, classification]))
  return {
    version: chart.version,
    rows: chartRows(chart, currency_code).map(({ classification_id, price_minor, ...row }) => ({
      position: row.position,
      label: row.label,
      classification: (classification_id === null ? null : by_id.get(classification_id)) ?? null,
      required: row.required,
      unlimited: row.unlimited,
      amount: fromMinor(price_minor, currency_code),
      tax_rate: row.tax_rate,
    })),
  }
}
