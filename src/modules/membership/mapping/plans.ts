import type { PlanDefinition, PlanEntitlement, PlanStatus } from "../../../domain/plans/types"
import type { Row } from "../types"

/** A plan as plain data: what staff set on it, and what it is sold as. */
export interface Plan extends PlanDefinition {
  readonly id: string
  readonly status: PlanStatus
  /** Lower case; null sells in every currency of the store. */
  readonly currency_codes: readonly string[] | null
  readonly product_id: string
  readonly variant_id: string
  readonly owns_product: boolean
}

/** The entitlement as the API and the column have it: a plan's rules about its credits stand with them. */
export type StoredEntitlement = PlanEntitlement & {
  readonly belongs_to?: PlanDefinition["credits_belong_to"]
  readonly transferable?: boolean
}

type StoredPlan = Row<"MembershipPlan">

/**
 * JSON columns hold the shape of the API, which differs from the domain's in a few names: `image`, `guest_passes`,
 * `signup_fee`, `services` (the services included), `credit_exchange`, and `entitlement.belongs_to/transferable`.
 */
export function toPlan(row: StoredPlan): Plan {
  const {
    belongs_to = "membership",
    transferable = false,
    ...entitlement
  } = json<StoredEntitlement>(row.entitlement)
  return {
    id: row.id,
    status: row.status,
    currency_codes: row.currency_codes,
    product_id: row.product_id,
    variant_id: row.variant_id,
    owns_product: row.owns_product,
    name: row.name,
    handle: row.handle,
    description: row.description,
    image_url: row.image,
    revenue_category: row.revenue_category,
    kind: row.kind,
    audience: row.audience,
    billing: json(row.billing),
    starts: row.starts,
    validity: json(row.validity),
    must_start_within: json(row.must_start_within),
    entitlement,
    credits_belong_to: belongs_to,
    credit_exchanges: json<PlanDefinition["credit_exchanges"] | null>(row.credit_exchange) ?? [],
    credits_transferable: transferable,
    renewal: json(row.renewal),
    rollover: json(row.rollover),
    introductory_offer: json(row.introductory_offer),
    locations: json(row.locations),
    access: {
      ...json<Omit<PlanDefinition["access"], "service_ids">>(row.access),
      service_ids: json<readonly string[] | null>(row.services),
    },
    prevents_general_hours_access: row.prevents_general_hours_access,
    benefits: json(row.benefits),
    guest_passes_per_period: row.guest_passes,
    hold_policy: json(row.hold_policy),
    cancellation_policy: json(row.cancellation_policy),
    portal: json(row.portal),
    signup_fees: json<PlanDefinition["signup_fees"] | null>(row.signup_fee) ?? [],
    proration: json<boolean | null>(row.proration) ?? false,
  }
}

/** What a plan's settings are stored as. */
export function fromDefinition(plan: PlanDefinition) {
  const { service_ids, ...access } = plan.access
  return {
    name: plan.name,
    handle: plan.handle,
    description: plan.description,
    image: plan.image_url,
    revenue_category: plan.revenue_category,
    kind: plan.kind,
    audience: plan.audience,
    billing: plan.billing,
    is_recurring: plan.billing.type === "recurring",
    starts: plan.starts,
    validity: plan.validity,
    must_start_within: plan.must_start_within,
    entitlement: storedEntitlement(plan),
    services: service_ids,
    credit_exchange: plan.credit_exchanges,
    renewal: plan.renewal,
    rollover: plan.rollover,
    introductory_offer: plan.introductory_offer,
    locations: plan.locations,
    access,
    prevents_general_hours_access: plan.prevents_general_hours_access,
    benefits: plan.benefits,
    guest_passes: plan.guest_passes_per_period,
    hold_policy: plan.hold_policy,
    cancellation_policy: plan.cancellation_policy,
    portal: plan.portal,
    signup_fee: plan.signup_fees,
    proration: plan.proration,
  }
}

function storedEntitlement({
  entitlement,
  credits_belong_to,
  credits_transferable,
}: PlanDefinition): StoredEntitlement {
  if (entitlement.type === "unlimited") return entitlement
  return { ...entitlement, belongs_to: credits_belong_to, transferable: credits_transferable }
}

/** The platform types every JSON column as a record; what stands in it was written by `fromDefinition`. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the shape
function json<Shape>(column: unknown): Shape {
  return column as Shape
}
