import type { PlanBilling } from "../../../domain/plans/types"
import type { Text } from "../../text/use-text"

/** How often a plan is charged: "Every 3 months", or once. */
export function billingText(billing: PlanBilling, t: Text): string {
  if (billing.type === "one_time") return t("sale.oneTime")
  return t(`sale.every.${billing.interval}`, { count: billing.interval_count })
}
