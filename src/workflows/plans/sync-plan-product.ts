import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { updateProductsWorkflow, updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { decideProduct, type ProductChange } from "../../domain/plans/product"
import type { PlanAmount } from "../../domain/plans/types"
import { variantPrices } from "../../domain/plans/variant-prices"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { SalePlan } from "../../modules/membership/types"
import { ensureTaxClasses, isTaxClass } from "../selling/tax-classes"
import { setVariantPricesStep } from "./steps/set-variant-prices"
import { loadStore } from "./steps/store"

interface SyncPlanProductInput {
  readonly plan_id: string
}

interface Product {
  id: string
  type_id: string | null
  type: { value: string } | null
  variants: { id: string }[]
}

interface ProductPlanChanges {
  readonly products: ({ id: string; type_id?: string | null } & ProductChange)[]
  readonly variants: { id: string; title: string }[]
  readonly variant_id: string
  readonly prices: PlanAmount[]
}

/** What the product and the variant must become; a product or variant that somebody deleted is left out. */
const decideProductChangesStep = createStep(
  "membership-decide-product-changes",
  async ({ plan_id }: SyncPlanProductInput, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const sale_plan = await membership.loadSalePlan({ id_or_handle: plan_id })
    const { plan, published_chart, current_terms } = sale_plan
    const [plans, product, store] = await Promise.all([
      membership.plansOfProduct(plan.product_id),
      findProduct(container, plan.product_id),
      loadStore(container),
    ])
    const prices = variantPrices({
      plan,
      rows: published_chart?.rows ?? null,
      has_terms: current_terms !== null,
      currency_codes: plan.currency_codes ?? store.currency_codes,
    })
    const changes = product ? decideProduct({ plans, variant_count: product.variants.length }) : {}
    const type = product && changes.title ? await taxType(container, product, sale_plan, prices) : {}
    const decided: ProductPlanChanges = {
      products: product && Object.keys(changes).length ? [{ id: product.id, ...changes, ...type }] : [],
      variants: product?.variants.some(({ id }) => id === plan.variant_id)
        ? [{ id: plan.variant_id, title: plan.name }]
        : [],
      variant_id: plan.variant_id,
      prices,
    }
    return new StepResponse(decided)
  }
)

async function findProduct(container: MedusaContainer, id: string): Promise<Product | undefined> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["id", "type_id", "type.value", "variants.id"]
  const { data } = await query.graph({ entity: "product", fields, filters: { id } })
  return (data as Product[])[0]
}

/**
 * A plain line is taxed by its product's type, so that a plan sold that way carries its row's tax override there.
 * A type that the shop chose stays.
 */
async function taxType(
  container: MedusaContainer,
  product: Product,
  { published_chart }: SalePlan,
  prices: readonly PlanAmount[]
): Promise<{ type_id?: string | null }> {
  if (product.type && !isTaxClass(product.type.value)) return {}
  const rate = prices.length ? (published_chart?.rows[0]?.tax_rate ?? null) : null
  const type_id = rate === null ? null : ((await ensureTaxClasses(container, [rate])).get(rate) ?? null)
  return type_id === product.type_id ? {} : { type_id }
}

/** Brings the product, its variant and the variant's prices in step with a plan and its published chart (SALE-3). */
export const syncPlanProductWorkflow = createWorkflow(
  "membership-sync-plan-product",
  (input: SyncPlanProductInput) => {
    const changes = decideProductChangesStep(input)
    setVariantPricesStep(
      transform({ changes }, ({ changes: { variant_id, prices } }) => ({ variant_id, prices }))
    )
    updateProductsWorkflow.runAsStep({
      input: transform({ changes }, ({ changes: { products } }) => ({ products }) as never),
    })
    updateProductVariantsWorkflow.runAsStep({
      input: transform({ changes }, ({ changes: { variants } }) => ({ product_variants: variants }) as never),
    })
    return new WorkflowResponse(changes)
  }
)
