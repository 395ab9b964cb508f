import type { PlanDefinition, PlanStatus } from "./types"

/** A plan as its product sees it. */
export interface ProductPlan extends Pick<PlanDefinition, "name" | "description" | "image_url"> {
  readonly id: string
  readonly status: PlanStatus
  /** The product was made for this plan. */
  readonly owns_product: boolean
}

/** What is written to a product; a field that is absent stays the shop's own. */
export interface ProductChange {
  readonly title?: string
  readonly description?: string | null
  readonly thumbnail?: string | null
  readonly status?: "published" | "draft"
}

/**
 * How a product follows the plans that are sold as its variants. A product made for one plan is that plan's in all;
 * one that only holds plans is published while any of them is on sale; a product of the shop's own is left alone.
 */
export function decideProduct(input: {
  /** All plans of the product. */
  readonly plans: readonly ProductPlan[]
  readonly variant_count: number
}): ProductChange {
  const { plans, variant_count } = input
  const [only, ...others] = plans
  const ours = plans.some((plan) => plan.owns_product)
  const holds_only_plans = plans.length > 1 && plans.length >= variant_count
  const on_sale = plans.some((plan) => plan.status === "active")
  return {
    ...(ours || holds_only_plans ? { status: on_sale ? "published" : "draft" } : {}),
    ...(only?.owns_product && others.length === 0
      ? { title: only.name, description: only.description, thumbnail: only.image_url }
      : {}),
  }
}
