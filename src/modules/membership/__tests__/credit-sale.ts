import type { MembershipModuleService } from ".."
import { type NewPlan, planWithDefaults } from "../../../domain/plans/defaults"
import type { DraftToSell } from "../../../domain/selling/activation-types"
import { fromDefinition } from "../mapping/plans"
import type { ModuleUnderTest } from "./module-tests"

export const ACTOR = { type: "user", id: "user_1" } as const
export const NOW = "2027-03-10T12:00:00.000Z"

let sales = 0

interface SaleOptions {
  readonly paid?: boolean
  readonly values?: number[]
  readonly location_id?: string | null
}

/** Ten credits within a month, in Stockholm, for one seat or two, sold and paid; `overrides` change the plan. */
export async function sellCredits(
  service: MembershipModuleService,
  overrides: Partial<NewPlan> = {},
  { paid = true, values = [10_000], location_id = null }: SaleOptions = {}
): Promise<string> {
  const n = ++sales
  const plan = planWithDefaults({
    ...{ name: `Ten ${n}`, handle: `ten-${n}`, kind: "credit_pack", audience: "individual" },
    ...{ billing: { type: "one_time" }, validity: { unit: "month", count: 1 } },
    entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
    ...overrides,
  })
  const place = { status: "active", product_id: `prod_${n}`, variant_id: `variant_${n}` }
  const stored = await service.createMembershipPlans({ ...fromDefinition(plan), ...place } as never)
  const { id: plan_id } = stored as unknown as { id: string }
  const made = await service.createMembershipPriceCharts({ plan_id, version: 1 } as never)
  const { id: price_chart_id } = made as unknown as { id: string }
  const draft: DraftToSell = {
    ...{
      id: `msdr_${n}`,
      cart_id: null,
      order_id: null,
      membership_id: null,
      override_reason: null,
      quote_id: "q",
      plan_id,
      price_chart_id,
      currency_code: "eur",
    },
    ...{
      region_id: null,
      location_id,
      customer_id: null,
      starts_on: null,
      first_period: null,
      signup_fee: 0,
      lines: [],
    },
    ...{ accepted_terms_id: null, accepted_terms_at: null, accepted_terms_by: null, checked_at: null },
    seats: values.map((_value, index) => ({
      ...{ row_position: index + 1, label: `Seat ${index + 1}`, classification_id: null, sequence: 1 },
      ...{ amount: 100, tax_rate: null, required: false, member_id: null },
    })),
  }
  const sold = await service.sellMembership({
    sale: { draft, is_new: true, findings: [] },
    plan: {
      ...plan,
      ...{ id: plan_id, variant_id: `variant_${n}`, status: "active", ineligible: [] },
      ...{ published_chart: { id: price_chart_id, rows: [] }, current_terms_id: null },
    },
    order_id: `order_${n}`,
    purchaser: { customer_id: null, email: null, first_name: null, last_name: null, phone: null },
    purchased_at: await service.now(),
    payment: { paid, canceled: false },
    seat_values_minor: values,
  })
  return sold!.membership_id
}

/** Monthly credits that renew. */
export const MONTHLY: Partial<NewPlan> = {
  ...{ kind: "membership", billing: { type: "recurring", interval: "month", interval_count: 1 } },
  ...{ validity: null, entitlement: { type: "credits", credits: 4, per: "period", scope: "shared" } },
}

/** Sold to a customer of its own, `cus_` and its id, who has saved a card. */
export async function sellWithCard(
  { service, sql }: Pick<ModuleUnderTest, "service" | "sql">,
  plan: Partial<NewPlan>
): Promise<string> {
  const id = await sellCredits(service, plan)
  const customer_id = `cus_${id}`
  await sql("update membership set customer_id = ? where id = ?", [customer_id, id])
  await service.createMembershipPaymentMethods({
    ...{ customer_id, provider_id: "pp_test", account_holder_id: "acchld_1", payment_method_id: "pm_1" },
  } as never)
  return id
}
