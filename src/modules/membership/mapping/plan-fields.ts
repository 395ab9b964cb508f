import { planWithDefaults } from "../../../domain/plans/defaults"
import { planOfKind } from "../../../domain/plans/kinds"
import type { PlanAmount, PlanDefinition, PlanRollover, PlanStatus } from "../../../domain/plans/types"
import type { StoredEntitlement } from "./plans"

interface RolloverFields {
  readonly mode: PlanRollover["mode"]
  readonly max?: number | null
  readonly expires_after_periods?: number | null
}

type Access = Omit<PlanDefinition["access"], "service_ids">

/**
 * What staff write about a plan, as the API has it. What is left out keeps its value, or its default in a new plan.
 * The policies and lists of settings are merged with what is there; billing, validity and the like are replaced.
 */
export interface PlanFields {
  readonly name?: string
  readonly handle?: string
  readonly kind?: PlanDefinition["kind"]
  readonly audience?: PlanDefinition["audience"]
  readonly status?: PlanStatus
  readonly description?: string | null
  readonly image?: string | null
  readonly revenue_category?: string | null
  readonly currency_codes?: string[] | null
  readonly billing?: PlanDefinition["billing"]
  readonly validity?: PlanDefinition["validity"]
  readonly starts?: PlanDefinition["starts"]
  readonly must_start_within?: PlanDefinition["must_start_within"]
  readonly entitlement?: StoredEntitlement
  /** Ids of the services included; null includes all. */
  readonly services?: string[] | null
  readonly credit_exchange?: PlanDefinition["credit_exchanges"] | null
  readonly renewal?: PlanDefinition["renewal"]
  readonly rollover?: RolloverFields
  readonly introductory_offer?: Partial<NonNullable<PlanDefinition["introductory_offer"]>> | null
  readonly signup_fee?: PlanAmount[] | null
  readonly proration?: boolean
  readonly hold_policy?: Partial<PlanDefinition["hold_policy"]>
  readonly cancellation_policy?: Partial<PlanDefinition["cancellation_policy"]>
  readonly access?: Partial<Access> | null
  readonly benefits?: Partial<PlanDefinition["benefits"]> | null
  readonly locations?: Partial<PlanDefinition["locations"]>
  readonly portal?: Partial<PlanDefinition["portal"]>
  readonly guest_passes?: number
  readonly prevents_general_hours_access?: boolean
  readonly metadata?: Record<string, unknown> | null
  /** Terms and conditions; a text that differs from the current one becomes a new version, null takes them away. */
  readonly terms?: string | null
}

export interface NewPlanFields extends PlanFields {
  readonly name: string
  readonly kind: PlanDefinition["kind"]
  readonly audience: PlanDefinition["audience"]
}

/** A new plan, with defaults for all that was left out. */
export function newDefinition(fields: NewPlanFields, handle: string): PlanDefinition {
  const { billing, entitlement } = planOfKind(fields.kind)
  const base = planWithDefaults({
    name: fields.name,
    kind: fields.kind,
    audience: fields.audience,
    handle,
    billing: fields.billing ?? billing,
    entitlement,
    introductory_offer: introductoryOffer(fields.introductory_offer ?? null),
  })
  return changedDefinition(base, fields)
}

/** A plan after a change. */
export function changedDefinition(before: PlanDefinition, fields: PlanFields): PlanDefinition {
  const stored: StoredEntitlement = fields.entitlement ?? before.entitlement
  const { belongs_to, transferable, ...entitlement } = stored
  const replaced = given({
    name: fields.name,
    handle: fields.handle,
    kind: fields.kind,
    audience: fields.audience,
    description: fields.description,
    image_url: fields.image,
    revenue_category: fields.revenue_category,
    billing: fields.billing,
    validity: fields.validity,
    starts: fields.starts,
    must_start_within: fields.must_start_within,
    credits_belong_to: fields.entitlement && (belongs_to ?? "membership"),
    credits_transferable: fields.entitlement && (transferable ?? false),
    credit_exchanges: orEmpty(fields.credit_exchange),
    renewal: fields.renewal,
    rollover: fields.rollover && rollover(fields.rollover),
    introductory_offer: fields.introductory_offer && introductoryOffer(fields.introductory_offer),
    signup_fees: lowerCase(orEmpty(fields.signup_fee)),
    proration: fields.proration,
    guest_passes_per_period: fields.guest_passes,
    prevents_general_hours_access: fields.prevents_general_hours_access,
  })
  return {
    ...before,
    ...replaced,
    ...(fields.introductory_offer === null ? { introductory_offer: null } : {}),
    entitlement,
    hold_policy: { ...before.hold_policy, ...given(fields.hold_policy ?? {}) },
    cancellation_policy: { ...before.cancellation_policy, ...given(fields.cancellation_policy ?? {}) },
    access: { ...before.access, ...given({ ...fields.access, service_ids: fields.services }) },
    benefits: { ...before.benefits, ...given(fields.benefits ?? {}) },
    locations: { ...before.locations, ...given(fields.locations ?? {}) },
    portal: { ...before.portal, ...given(fields.portal ?? {}) },
  }
}

function rollover({ mode, max = null, expires_after_periods = null }: RolloverFields): PlanRollover {
  return { mode, max, expires_after_periods }
}

function introductoryOffer(
  offer: NonNullable<PlanFields["introductory_offer"]> | null
): PlanDefinition["introductory_offer"] {
  if (offer === null) return null
  return {
    new_customers_only: true,
    look_back_days: null,
    limit_per_customer: null,
    limit_per_household: null,
    converts_to_plan_id: null,
    conversion: "offer",
    ...given(offer),
  }
}

/** null empties a list; absent leaves it. */
function orEmpty<Item>(list: readonly Item[] | null | undefined): readonly Item[] | undefined {
  return list === null ? [] : list
}

function lowerCase(amounts: readonly PlanAmount[] | undefined): readonly PlanAmount[] | undefined {
  return amounts?.map(({ currency_code, amount }) => ({ currency_code: currency_code.toLowerCase(), amount }))
}

/** Without the fields that are undefined, which would hide a value or a default. */
function given<Fields extends object>(
  fields: Fields
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>
  }
}
