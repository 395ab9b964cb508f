import type { StudioPlan } from "../../platform/studio"
import type { Text } from "../../text/use-text"
import type { Plan } from "../types"
import { namesOf } from "./names"

/** PLAN-8 in sentences: who may buy it, how often, and what follows. */
export function introductoryLines(
  { introductory_offer: offer }: Plan,
  plans: readonly StudioPlan[],
  t: Text
): string[] {
  if (!offer) return [t("plans.sections.sale.notIntroductory")]
  const { look_back_days, limit_per_customer, limit_per_household, converts_to_plan_id, conversion } = offer
  const [plan = ""] = converts_to_plan_id ? namesOf([converts_to_plan_id], plans) : []
  const then =
    conversion === "automatic" ? "plans.sections.sale.thenAutomatic" : "plans.sections.sale.thenOffer"
  return [
    look_back_days === null
      ? t("plans.sections.sale.neverHeld")
      : t("plans.sections.sale.heldNone", { count: look_back_days }),
    ...(limit_per_customer === null
      ? []
      : [t("plans.sections.sale.perCustomer", { count: limit_per_customer })]),
    ...(limit_per_household === null
      ? []
      : [t("plans.sections.sale.perHousehold", { count: limit_per_household })]),
    converts_to_plan_id ? t(then, { plan }) : t("plans.sections.sale.thenNothing"),
  ]
}
