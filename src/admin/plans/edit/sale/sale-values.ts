import { z } from "zod"
import { isShared } from "../../../../domain/plans/types"
import { allOrSome, idsOf } from "../../../forms/all-or-some"
import { checksOf } from "../../../forms/checks"
import { amountsOf, recordOf } from "../../../forms/money"
import type { Studio } from "../../../platform/studio"
import type { Text } from "../../../text/use-text"
import type { Plan } from "../../types"

const HANDLE = /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u
const ADDRESS = /^(https?:\/\/|\/)\S+$/
/** Stands for no plan that follows: a choice cannot have nothing for its value. */
export const NO_PLAN = "none"

const unit = z.enum(["day", "week", "month", "year"])
const count = z.number().nullable()
const list = z.object({ all: z.boolean(), ids: z.array(z.string()) })

const shape = z.object({
  name: z.string(),
  handle: z.string(),
  description: z.string(),
  image: z.string(),
  revenue_category: z.string().nullable(),
  billing: z.object({ type: z.enum(["one_time", "recurring"]), interval: unit, interval_count: count }),
  renewal: z.enum(["none", "period_end", "on_exhaustion"]),
  currency_codes: list,
  signup_fee: z.record(z.string(), z.string()),
  proration: z.boolean(),
  locations: z.object({ sold_at: list }),
  is_introductory: z.boolean(),
  introductory_offer: z.object({
    ever_held: z.boolean(),
    look_back_days: count,
    limit_per_customer: count,
    limit_per_household: count,
    converts_to_plan_id: z.string(),
    conversion: z.enum(["offer", "automatic"]),
  }),
})
export type SaleValues = z.infer<typeof shape>

/** What is known about the plan and the studio that decides what the form shows. */
export interface SaleFacts {
  plan: Pick<Plan, "audience" | "entitlement" | "starts">
  currency_codes: readonly string[]
  /** null has none (BILL-7). */
  common_billing_day: number | null
}

export const saleSchema = (t: Text, facts: SaleFacts) =>
  shape.superRefine((values, issues) => {
    const check = checksOf(issues, t)
    check.text("name", values.name)
    check.text("handle", values.handle)
    if (values.handle.trim() && !HANDLE.test(values.handle.trim())) {
      check.fault("handle", t("plans.edit.sale.handleWrong"))
    }
    if (values.image.trim() && !ADDRESS.test(values.image.trim())) {
      check.fault("image", t("plans.edit.sale.imageWrong"))
    }
    if (values.billing.type === "recurring")
      check.number("billing.interval_count", values.billing.interval_count)
    check.list("currency_codes", values.currency_codes)
    check.amounts("signup_fee", values.signup_fee, soldIn(values, facts))
    check.list("locations.sold_at", values.locations.sold_at)
    if (values.is_introductory) {
      const { ever_held, look_back_days, limit_per_customer, limit_per_household } = values.introductory_offer
      if (!ever_held) check.number("introductory_offer.look_back_days", look_back_days)
      check.number("introductory_offer.limit_per_customer", limit_per_customer, { optional: true })
      check.number("introductory_offer.limit_per_household", limit_per_household, { optional: true })
    }
  })

export function saleValues(plan: Plan, studio: Studio, decimal: "." | ","): SaleValues {
  const { billing, introductory_offer: intro } = plan
  const recurring = billing.type === "recurring"
  return {
    name: plan.name,
    handle: plan.handle,
    description: plan.description ?? "",
    image: plan.image ?? "",
    revenue_category: plan.revenue_category,
    billing: {
      type: billing.type,
      interval: recurring ? billing.interval : "month",
      interval_count: recurring ? billing.interval_count : 1,
    },
    renewal: plan.renewal.mode,
    currency_codes: allOrSome(plan.currency_codes),
    signup_fee: recordOf(plan.signup_fee, studio.currency_codes, decimal),
    proration: plan.proration,
    locations: { sold_at: allOrSome(plan.locations.sold_at) },
    is_introductory: intro !== null,
    introductory_offer: {
      ever_held: (intro?.look_back_days ?? null) === null,
      look_back_days: intro?.look_back_days ?? null,
      limit_per_customer: intro ? intro.limit_per_customer : 1,
      limit_per_household: intro?.limit_per_household ?? null,
      converts_to_plan_id: intro?.converts_to_plan_id ?? NO_PLAN,
      conversion: intro?.conversion ?? "offer",
    },
  }
}

/** The currencies at which the form asks for the joining fee. */
export const soldIn = ({ currency_codes }: Pick<SaleValues, "currency_codes">, facts: SaleFacts) =>
  idsOf(currency_codes) ?? facts.currency_codes

type Renewal = SaleValues["renewal"]

/** How a plan that is billed so can renew; none comes first. */
export function renewalsOf(
  type: SaleValues["billing"]["type"],
  { plan: { entitlement } }: SaleFacts
): Renewal[] {
  if (type === "recurring") return ["none", "period_end"]
  const givenOnce = entitlement.type === "credits" && entitlement.per === "term"
  return givenOnce ? ["none", "on_exhaustion"] : ["none"]
}

/** What was chosen, where the billing has it. */
export function renewalOf(
  { renewal, billing }: Pick<SaleValues, "renewal" | "billing">,
  facts: SaleFacts
): Renewal {
  return renewalsOf(billing.type, facts).includes(renewal) ? renewal : "none"
}

/** What is sent: only what the form shows. */
export function saleBody(values: SaleValues, facts: SaleFacts) {
  const { billing, is_introductory } = values
  const recurring = billing.type === "recurring"
  return {
    name: values.name.trim(),
    handle: values.handle.trim(),
    description: values.description.trim() || null,
    image: values.image.trim() || null,
    revenue_category: values.revenue_category,
    billing: recurring ? billing : { type: billing.type },
    renewal: { mode: is_introductory ? "none" : renewalOf(values, facts) },
    currency_codes: idsOf(values.currency_codes),
    signup_fee: amountsOf(values.signup_fee, soldIn(values, facts)),
    proration: recurring && !isShared(facts.plan.audience) && values.proration,
    locations: { sold_at: idsOf(values.locations.sold_at) },
    introductory_offer: is_introductory ? introductoryBody(values.introductory_offer) : null,
  }
}

function introductoryBody(offer: SaleValues["introductory_offer"]) {
  const { ever_held, converts_to_plan_id, conversion, look_back_days, ...limits } = offer
  const follows = converts_to_plan_id !== NO_PLAN
  return {
    ...limits,
    look_back_days: ever_held ? null : look_back_days,
    converts_to_plan_id: follows ? converts_to_plan_id : null,
    conversion: follows ? conversion : "offer",
  }
}
