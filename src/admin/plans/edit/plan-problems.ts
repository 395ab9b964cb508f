import type { planEdit } from "../../i18n/en/plan-edit"

/** A section of a plan's page, with its drawer `edit-<section>`. */
export type PlanSection = "sale" | "validity" | "entitlement" | "access" | "policies" | "terms" | "portal"

/** Where a field of a plan is edited, and what is said of it in other languages than the server's. */
export interface FieldPlace {
  section: PlanSection
  /** In the form of that section. */
  field: string
  word: keyof typeof planEdit.problem
}

type PlaceRule = readonly [server: RegExp, section: PlanSection, field: string, word: FieldPlace["word"]]

/**
 * The server names the fields of the domain in its findings, and those of the body in its refusals of a shape; a
 * form has a few by other names. The first row that fits counts.
 */
const PLACES: readonly PlaceRule[] = [
  [/^name$/, "sale", "name", "name"],
  [/^handle$/, "sale", "handle", "handle"],
  [/^image(_url)?$/, "sale", "image", "other"],
  [/^billing\.interval_count$/, "sale", "billing.interval_count", "interval"],
  [/^renewal(\.mode)?$/, "sale", "renewal", "renewal"],
  [/^proration$/, "sale", "proration", "proration"],
  [/^currency_codes/, "sale", "currency_codes.ids", "currencies"],
  [/^signup_fees?\.([a-z]{3})$/, "sale", "signup_fee.$1", "amount"],
  [/^locations\.sold_at/, "sale", "locations.sold_at.ids", "list"],
  [/^introductory_offer\.converts_to_plan_id$/, "sale", "introductory_offer.converts_to_plan_id", "converts"],
  [/^(introductory_offer\..+)$/, "sale", "$1", "other"],
  [/^(description|revenue_category)$/, "sale", "$1", "other"],
  // Only where there is none is the validity itself wrong.
  [/^validity$/, "validity", "is_unlimited", "validity"],
  [/^validity\.count$/, "validity", "validity.count", "validity"],
  [/^(must_start_within)(\.count)?$/, "validity", "must_start_within.count", "mustStart"],
  [/^entitlement\.type$/, "entitlement", "entitlement.type", "pack"],
  [/^entitlement\.per$/, "entitlement", "entitlement.per", "per"],
  [/^entitlement\.credits$/, "entitlement", "entitlement.credits", "credits"],
  [/^credits_transferable$/, "entitlement", "entitlement.transferable", "other"],
  [/^credit_exchanges?\.(\d+)$/, "entitlement", "credit_exchange.$1.to_service_id", "exchange"],
  [/^credit_exchanges?\.(.+)$/, "entitlement", "credit_exchange.$1", "exchange"],
  [/^credit_exchanges?$/, "entitlement", "credit_exchange", "exchange"],
  [/^rollover\.(.+)$/, "entitlement", "rollover.$1", "rollover"],
  [/^(services|access\.service_ids)/, "entitlement", "services.ids", "list"],
  [/^guest_passes/, "entitlement", "guest_passes", "other"],
  [/^locations\.valid_at/, "access", "locations.valid_at.ids", "list"],
  [/^access\.facility_ids/, "access", "access.facility_ids.ids", "list"],
  [/^(access\.time_windows\.\d+\.weekdays)/, "access", "$1", "weekdays"],
  [/^(access\.time_windows\.\d+\..+)$/, "access", "$1", "until"],
  [/^access\.time_windows$/, "access", "access.anytime", "list"],
  [/^(access\.visit_limits\.\d+\..+)$/, "access", "$1", "limit"],
  [/^(benefits\.customer_group_id)$/, "access", "$1", "group"],
  [/^(benefits\..+)$/, "access", "$1", "other"],
  [/^hold_policy\.fees\.([a-z]{3})$/, "policies", "hold_policy.fees.$1", "amount"],
  [/^(hold_policy\.effect)$/, "policies", "$1", "effect"],
  [/^(hold_policy\.reprice_remaining)$/, "policies", "$1", "reprice"],
  [/^(hold_policy\..+)$/, "policies", "$1", "hold"],
  [/^(cancellation_policy\.commitment_periods)$/, "policies", "$1", "commitment"],
  [/^(cancellation_policy\..+)$/, "policies", "$1", "other"],
  [/^terms$/, "terms", "text", "other"],
  [/^portal\.preselected$/, "portal", "preselected", "preselected"],
  [/^portal\.(.+)$/, "portal", "$1", "other"],
]

/** @returns null for a field that no drawer shows */
export function placeOf(serverField: string): FieldPlace | null {
  const rule = PLACES.find(([pattern]) => pattern.test(serverField))
  if (!rule) return null
  const [pattern, section, target, word] = rule
  const [, first = ""] = pattern.exec(serverField) ?? []
  return { section, field: target.replace("$1", first), word }
}
