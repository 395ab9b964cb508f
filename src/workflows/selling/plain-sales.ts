import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, QueryContext } from "@medusajs/framework/utils"
import { DomainError } from "../../domain/errors"
import { assertNoChoices } from "../../domain/plans/needs-choices"
import { assertSellable } from "../../domain/plans/sellability"
import { soldCurrencies } from "../../domain/plans/sold-currencies"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { SalePlan } from "../../modules/membership/types"

/** A line as the platform's ordinary add-to-cart makes it, or as a client asks for it. */
export interface PlainLine {
  readonly variant_id: string | null
  /** Absent before the platform has priced it. */
  readonly unit_price?: number
  readonly is_custom_price?: boolean
}

export interface PlainSaleContext {
  readonly currency_code: string
  readonly region_id: string | null
  readonly customer_id: string | null
}

/**
 * Whether plan variants may stand in a cart by themselves (SALE-3): only where nothing is left to choose, the plan
 * sells, and a line that is already priced has today's price.
 * @throws DomainError `needs_choices`, `plan_not_sellable`, `chart_not_published`, `quote_stale` …
 */
export async function assertPlainSale(
  container: MedusaContainer,
  context: PlainSaleContext,
  lines: readonly PlainLine[]
): Promise<void> {
  const variant_ids = [...new Set(lines.flatMap(({ variant_id }) => variant_id ?? []))]
  if (!variant_ids.length) return
  const plans = await container.resolve(MEMBERSHIP_MODULE).loadSalePlans({ variant_ids })
  if (!plans.length) return
  for (const plan of plans) assertPlan(plan, context)
  await assertPricesCurrent(container, context, plans, lines)
}

function assertPlan(
  { plan, published_chart, current_terms }: SalePlan,
  { currency_code }: PlainSaleContext
): void {
  assertSellable({
    status: plan.status,
    has_variant: true,
    published_currency_codes: soldCurrencies(plan, published_chart?.rows ?? null),
    currency_codes: [currency_code],
    sold_at: plan.locations.sold_at,
    location_id: null,
  })
  assertNoChoices({
    audience: plan.audience,
    starts: plan.starts,
    signup_fees: plan.signup_fees,
    introductory_offer: plan.introductory_offer,
    locations: plan.locations,
    ...{ proration: plan.proration, billing: plan.billing, renewal: plan.renewal },
    row_count: published_chart?.rows.length ?? 0,
    has_terms: current_terms !== null,
    currency_code,
  })
}

interface PricedVariant {
  id: string
  calculated_price?: { calculated_amount?: number | null } | null
}

async function assertPricesCurrent(
  container: MedusaContainer,
  { currency_code, region_id, customer_id }: PlainSaleContext,
  plans: readonly SalePlan[],
  lines: readonly PlainLine[]
): Promise<void> {
  const plan_lines = lines.filter((line) => plans.some(({ plan }) => plan.variant_id === line.variant_id))
  const priced = plan_lines.filter((line) => line.unit_price !== undefined)
  if (!priced.length) return
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "calculated_price.*"],
    filters: { id: priced.map((line) => line.variant_id!) },
    context: { calculated_price: QueryContext({ currency_code, region_id, customer_id }) },
  })
  const prices = new Map((data as PricedVariant[]).map((variant) => [variant.id, variant.calculated_price]))
  for (const line of priced) {
    const now = prices.get(line.variant_id!)?.calculated_amount ?? null
    if (!line.is_custom_price && now !== null && line.unit_price === now) continue
    throw new DomainError(
      "quote_stale",
      "The price of a membership in this cart has changed. Add it again.",
      {
        variant_id: line.variant_id,
        difference: { unit_price: { quoted: line.unit_price, now } },
      }
    )
  }
}
