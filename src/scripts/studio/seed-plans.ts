import type { MedusaContainer } from "@medusajs/framework/types"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { exampleRows } from "../../domain/charts/examples"
import { createPriceChartWorkflow } from "../../workflows/charts/create-price-chart"
import { finalizePriceChartWorkflow } from "../../workflows/charts/finalize-price-chart"
import { publishPriceChartWorkflow } from "../../workflows/charts/publish-price-chart"
import { updatePriceChartWorkflow } from "../../workflows/charts/update-price-chart"
import { createPlanWorkflow } from "../../workflows/plans/create-plan"
import { type DemoPlan, demoPlans, introductoryPlan, UNLIMITED_HANDLE } from "./plans"
import { find, idOf } from "./platform"

interface SeedPlansInput {
  readonly berlin_id: string
  readonly sales_channel_id: string
  readonly classification_ids: ReadonlyMap<string, string>
  readonly service_ids: ReadonlyMap<string, string>
}

interface Variant {
  id: string
  options: { value: string }[]
}

const BILLING = "Billing"
const INTERVALS = ["Monthly", "Quarterly", "Annual"]

/** Every plan with a published chart, on sale. @returns ids by handle */
export async function seedPlans(
  container: MedusaContainer,
  input: SeedPlansInput
): Promise<Map<string, string>> {
  const variants = await unlimitedVariants(container, input.sales_channel_id)
  const ids = new Map<string, string>()
  const seed = async (plan: DemoPlan) => {
    const variant_id = variants.get(plan.unlimited_variant ?? "") ?? null
    ids.set(plan.fields.handle, await seedPlan(container, { plan, variant_id, ...input }))
  }
  for (const plan of demoPlans(input)) await seed(plan)
  await seed(introductoryPlan(ids.get("unlimited-monthly")!))
  return ids
}

/** One product whose variants are the plans (PLAN-2). */
async function unlimitedVariants(
  container: MedusaContainer,
  sales_channel_id: string
): Promise<Map<string, string>> {
  await idOf(container, "product", { handle: UNLIMITED_HANDLE }, async () => {
    const variants = INTERVALS.map((title) => ({
      ...{ title, manage_inventory: false, allow_backorder: true, prices: [] },
      options: { [BILLING]: title },
    }))
    const product = {
      ...{ title: "Unlimited", handle: UNLIMITED_HANDLE, status: "published" as const },
      description: "Every class and the whole hall.",
      options: [{ title: BILLING, values: INTERVALS }],
      sales_channels: [{ id: sales_channel_id }],
      variants,
    }
    return (await createProductsWorkflow(container).run({ input: { products: [product] } })).result[0]
  })
  const filters = { product: { handle: UNLIMITED_HANDLE } }
  const found = await find<Variant>(container, "product_variant", ["id", "options.value"], filters)
  return new Map(found.flatMap(({ id, options }) => options.map(({ value }) => [value, id] as const)))
}

interface SeedPlanInput extends SeedPlansInput {
  readonly plan: DemoPlan
  readonly variant_id: string | null
}

async function seedPlan(container: MedusaContainer, input: SeedPlanInput): Promise<string> {
  const { plan, variant_id } = input
  const { handle } = plan.fields
  const plan_id = await idOf(container, "membership_plan", { handle }, async () => {
    const fields = { ...plan.fields, status: "active" as const }
    return (await createPlanWorkflow(container).run({ input: { fields, variant_id, actor: SYSTEM } })).result
  })
  const fields = ["id", "state"]
  const charts = await find<{ id: string; state: string }>(container, "membership_price_chart", fields, {
    plan_id,
  })
  const idIn = (wanted: string) => charts.find(({ state }) => state === wanted)?.id
  if (idIn("published")) return plan_id
  // A seed that was interrupted goes on where it stopped.
  const id =
    idIn("finalized") ?? (await finalizedChart(container, { ...input, plan_id, draft_id: idIn("draft") }))
  await publishPriceChartWorkflow(container).run({ input: { id, actor: SYSTEM } })
  return plan_id
}

interface FinalizedChartInput extends SeedPlanInput {
  readonly plan_id: string
  readonly draft_id: string | undefined
}

async function finalizedChart(container: MedusaContainer, input: FinalizedChartInput): Promise<string> {
  const { plan, plan_id, draft_id, classification_ids } = input
  const { name, audience } = plan.fields
  const id = draft_id ?? (await createChart(container, plan_id))
  const rows = exampleRows({ name, audience, rows: plan.rows }, classification_ids)
  await updatePriceChartWorkflow(container).run({ input: { id, rows, actor: SYSTEM } })
  await finalizePriceChartWorkflow(container).run({ input: { id, actor: SYSTEM } })
  return id
}

async function createChart(container: MedusaContainer, plan_id: string): Promise<string> {
  return (await createPriceChartWorkflow(container).run({ input: { plan_id, actor: SYSTEM } })).result.id
}
