import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  addToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createOrderWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { FirstPeriod } from "../../src/domain/billing/proration"
import { type NewPlan, planWithDefaults } from "../../src/domain/plans/defaults"
import { lineKey } from "../../src/domain/selling/lines"
import type { SaleLine } from "../../src/domain/selling/types"
import { fromDefinition } from "../../src/modules/membership/mapping/plans"
import type { Api, Json, Shop } from "./shop"

export interface TestRow {
  label: string
  classification_id?: string | null
  required?: boolean
  unlimited?: boolean
  amount: number
  tax_rate?: number | null
}

export interface TestPlan {
  id: string
  variant_id: string
  product_id: string
  chart_id: string
  rows: TestRow[]
}

export type PlanOverrides = Partial<NewPlan> & { name: string; status?: "draft" | "active" | "archived" }

/** A plan that is on sale, with its product and a published chart in EUR, written straight into the database. */
export async function createPlanOnSale(
  api: Api,
  container: MedusaContainer,
  shop: Shop,
  { status = "active", ...overrides }: PlanOverrides,
  rows: TestRow[] = [{ label: "Default 1", amount: 100 }]
): Promise<TestPlan> {
  const membership = container.resolve("membership")
  const { product } = (
    await api.post(
      "/admin/products",
      {
        title: overrides.name,
        status: "published",
        options: [{ title: "Plan", values: [overrides.name] }],
        sales_channels: [{ id: shop.sales_channel.id }],
        variants: [
          {
            title: overrides.name,
            manage_inventory: false,
            options: { Plan: overrides.name },
            prices: [{ currency_code: "eur", amount: rows[0]!.amount }],
          },
        ],
      },
      shop.admin
    )
  ).data
  const definition = planWithDefaults({
    handle: overrides.name.toLowerCase().replace(/\W+/g, "-"),
    kind: "membership",
    audience: "individual",
    billing: { type: "one_time" },
    entitlement: { type: "unlimited" },
    validity: { unit: "month", count: 1 },
    ...overrides,
  })
  const place = { status, product_id: product.id, variant_id: product.variants[0].id }
  const plan = await membership.createMembershipPlans({ ...fromDefinition(definition), ...place } as never)
  const { id } = plan as unknown as { id: string }
  return { id, ...place, chart_id: await publishChart(container, id, 1, rows), rows }
}

/** A new version of a plan's chart, published in place of the former. */
export async function publishChart(
  container: MedusaContainer,
  plan_id: string,
  version: number,
  rows: TestRow[]
): Promise<string> {
  const membership = container.resolve("membership")
  const [former] = await membership.listMembershipPriceCharts({ plan_id, state: "published" })
  const chart = await membership.createMembershipPriceCharts({ plan_id, version } as never)
  const { id } = chart as unknown as { id: string }
  await membership.createMembershipChartRows(
    rows.map((row, index) => ({
      price_chart_id: id,
      position: index + 1,
      label: row.label,
      classification_id: row.classification_id ?? null,
      required: row.required ?? false,
      unlimited: row.unlimited ?? false,
      prices: [{ currency_code: "eur", amount: row.amount }],
      tax_rate: row.tax_rate ?? null,
    })) as never
  )
  await membership.updateMembershipPriceCharts({ id, state: "finalized" })
  if (former) await membership.updateMembershipPriceCharts({ id: former.id, state: "finalized" })
  await membership.updateMembershipPriceCharts({ id, state: "published" })
  return id
}

export async function createCart(container: MedusaContainer, shop: Shop, input: Json = {}): Promise<Json> {
  const { result } = await createCartWorkflow(container).run({
    input: {
      region_id: shop.region.id,
      sales_channel_id: shop.sales_channel.id,
      currency_code: "eur",
      email: "jane@example.test",
      ...input,
    },
  })
  return result
}

export interface TestDraft {
  /** One number of seats for each row of the plan. */
  counts: number[]
  checked?: boolean
  member_ids?: (string | null)[]
  signup_fee?: number
  starts_on?: string | null
  location_id?: string | null
  first_period?: FirstPeriod | null
  accepted_terms_id?: string | null
}

/** Puts a membership into a cart as the server does: a draft, and lines that name it. */
export async function addDraft(
  container: MedusaContainer,
  cart: Json,
  plan: TestPlan,
  { counts, checked = true, member_ids = [], signup_fee = 0, accepted_terms_id = null, ...rest }: TestDraft
): Promise<string> {
  const membership = container.resolve("membership")
  const taken = plan.rows.flatMap((row, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, at) => ({
      row,
      row_position: index + 1,
      sequence: at + 1,
    }))
  )
  const seats = taken.map(({ row, row_position, sequence }, index) => ({
    row_position,
    label: row.label,
    classification_id: row.classification_id ?? null,
    sequence,
    amount: row.amount,
    tax_rate: null,
    required: row.required ?? false,
    member_id: member_ids[index] ?? null,
  }))
  const lines = plan.rows.flatMap((row, index) =>
    counts[index]
      ? [
          {
            kind: "seat" as const,
            row_position: index + 1,
            quantity: counts[index],
            unit_price: row.amount,
            tax_rate: null,
          },
        ]
      : []
  )
  const fee = {
    kind: "signup_fee" as const,
    row_position: null,
    quantity: 1,
    unit_price: signup_fee,
    tax_rate: null,
  }
  const all = signup_fee > 0 ? [...lines, fee] : lines
  const now = new Date(await membership.now())
  const draft = await membership.createMembershipSaleDrafts({
    cart_id: cart.id,
    quote_id: "q_test",
    plan_id: plan.id,
    price_chart_id: plan.chart_id,
    currency_code: "eur",
    region_id: cart.region_id,
    customer_id: cart.customer_id,
    seats,
    lines: all,
    signup_fee,
    accepted_terms_id,
    accepted_terms_at: accepted_terms_id ? now : null,
    checked_at: checked ? now : null,
    ...rest,
  } as never)
  const { id } = draft as unknown as { id: string }
  await addLines(
    container,
    cart.id,
    all.map((line) => ({
      variant_id: plan.variant_id,
      quantity: line.quantity,
      unit_price: line.unit_price,
      metadata: { membership_draft_id: id, membership_line: lineKey(line) },
    }))
  )
  return id
}

export async function addLines(container: MedusaContainer, cart_id: string, items: Json[]): Promise<void> {
  await addToCartWorkflow(container).run({ input: { cart_id, items } })
}

/** Pays with the system provider, which authorizes and captures nothing, and completes past all routes. */
export async function completeByWebhook(container: MedusaContainer, cart_id: string): Promise<string> {
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id },
  })
  await createPaymentSessionsWorkflow(container).run({
    input: { payment_collection_id: collection.id, provider_id: "pp_system_default" },
  })
  const { result } = await completeCartWorkflow(container).run({ input: { id: cart_id } })
  return result.id
}

/** The order of a cart with no event told: what is left when the process dies right after the order. */
export async function orderWithoutEvent(
  container: MedusaContainer,
  cart: Json,
  items: Json[]
): Promise<string> {
  const { result: order } = await createOrderWorkflow(container).run({
    input: {
      region_id: cart.region_id,
      sales_channel_id: cart.sales_channel_id,
      currency_code: "eur",
      email: cart.email,
      customer_id: cart.customer_id,
      items,
    },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.ORDER]: { order_id: order.id },
    [Modules.CART]: { cart_id: cart.id },
  })
  return order.id
}

/** The lines of a draft as an order has them. */
export async function orderLinesOf(
  container: MedusaContainer,
  plan: TestPlan,
  draft_id: string
): Promise<Json[]> {
  const [draft] = await container.resolve("membership").listMembershipSaleDrafts({ id: draft_id })
  return (draft!.lines as unknown as SaleLine[]).map((line) => ({
    title: "Membership",
    variant_id: plan.variant_id,
    quantity: line.quantity,
    unit_price: line.unit_price,
    metadata: { membership_draft_id: draft_id, membership_line: lineKey(line) },
  }))
}

/** Waits for what an event brings about; the last attempt's failure is the test's. */
export async function eventually<T>(attempt: () => Promise<T>, seconds = 8): Promise<T> {
  const until = Date.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
