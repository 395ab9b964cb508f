import { z } from "zod"
import { isShared } from "../../../../domain/plans/types"
import { allOrSome, idsOf } from "../../../forms/all-or-some"
import { checksOf } from "../../../forms/checks"
import type { Text } from "../../../text/use-text"
import type { Plan } from "../../types"

const count = z.number().nullable()

const shape = z.object({
  entitlement: z.object({
    type: z.enum(["unlimited", "credits"]),
    credits: count,
    per: z.enum(["period", "term"]),
    scope: z.enum(["shared", "separate"]),
    belongs_to: z.enum(["membership", "seat"]),
    transferable: z.boolean(),
  }),
  services: z.object({ all: z.boolean(), ids: z.array(z.string()) }),
  credit_exchange: z.array(
    z.object({
      from_service_id: z.string(),
      to_service_id: z.string(),
      from_credits: count,
      to_credits: count,
    })
  ),
  rollover: z.object({
    mode: z.enum(["none", "all", "up_to"]),
    max: count,
    expires_after_periods: count,
  }),
  guest_passes: count,
})
export type EntitlementValues = z.infer<typeof shape>

export type EntitlementFacts = Pick<Plan, "kind" | "audience" | "billing">

/** What of the form is shown, by what the plan is and what is chosen (PLAN-4, PLAN-5, PLAN-7). */
export function entitlementParts(
  { entitlement }: Pick<EntitlementValues, "entitlement">,
  plan: EntitlementFacts
) {
  const recurring = plan.billing.type === "recurring"
  const credits = plan.kind === "credit_pack" || entitlement.type === "credits"
  const per = recurring ? entitlement.per : "term"
  return {
    credits,
    per,
    canChooseType: plan.kind !== "credit_pack",
    canChoosePer: recurring,
    canBelong: isShared(plan.audience),
    exchange: credits && entitlement.scope === "separate",
    rollover: credits && per === "period",
  }
}

export const entitlementSchema = (t: Text, plan: EntitlementFacts) =>
  shape.superRefine((values, issues) => {
    const check = checksOf(issues, t)
    const { credits, exchange, rollover } = entitlementParts(values, plan)
    if (credits) check.number("entitlement.credits", values.entitlement.credits)
    check.list("services", values.services)
    check.number("guest_passes", values.guest_passes, { min: 0 })
    if (exchange) {
      values.credit_exchange.forEach((each, index) => {
        const at = (field: string) => `credit_exchange.${index}.${field}`
        check.number(at("from_credits"), each.from_credits)
        check.text(at("from_service_id"), each.from_service_id)
        check.number(at("to_credits"), each.to_credits)
        check.text(at("to_service_id"), each.to_service_id)
      })
    }
    if (!rollover) return
    const { mode, max, expires_after_periods } = values.rollover
    if (mode === "up_to") check.number("rollover.max", max)
    if (mode !== "none")
      check.number("rollover.expires_after_periods", expires_after_periods, { optional: true })
  })

export function entitlementValues(plan: Plan): EntitlementValues {
  const { entitlement } = plan
  const given = entitlement.type === "credits" ? entitlement : null
  return {
    entitlement: {
      type: entitlement.type,
      credits: given?.credits ?? null,
      per: given?.per ?? (plan.billing.type === "recurring" ? "period" : "term"),
      scope: given?.scope ?? "shared",
      belongs_to: given?.belongs_to ?? "membership",
      transferable: given?.transferable ?? false,
    },
    services: allOrSome(plan.services),
    credit_exchange: (plan.credit_exchange ?? []).map((each) => ({ ...each })),
    rollover: { ...plan.rollover },
    guest_passes: plan.guest_passes,
  }
}

/** What is sent: only what the form shows. */
export function entitlementBody(values: EntitlementValues, plan: EntitlementFacts) {
  const parts = entitlementParts(values, plan)
  const { type: _, ...entitlement } = values.entitlement
  return {
    entitlement: parts.credits ? { ...entitlement, type: "credits", per: parts.per } : { type: "unlimited" },
    services: idsOf(values.services),
    credit_exchange: parts.exchange ? values.credit_exchange.map(trimmed) : [],
    rollover: parts.rollover ? rolloverBody(values.rollover) : { mode: "none" },
    guest_passes: values.guest_passes,
  }
}

const trimmed = ({
  from_service_id,
  to_service_id,
  ...credits
}: EntitlementValues["credit_exchange"][number]) => ({
  ...credits,
  from_service_id: from_service_id.trim(),
  to_service_id: to_service_id.trim(),
})

const rolloverBody = ({ mode, max, expires_after_periods }: EntitlementValues["rollover"]) => ({
  mode,
  max: mode === "up_to" ? max : null,
  expires_after_periods: mode === "none" ? null : expires_after_periods,
})
