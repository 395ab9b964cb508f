import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { Membership } from "../types"

type Facts = Pick<Membership, "status" | "starts_on" | "ends_on" | "issues" | "order_id">

/** Why it has the status that it has, as one sentence. */
export function statusReason(
  { status, starts_on, ends_on, issues, order_id }: Facts,
  format: Format,
  t: Text
): string {
  if (status === "pending") return pendingReason({ issues, order_id }, t)
  if (status === "void") {
    if (issues.some(({ resolution }) => resolution === "voided")) return t("reason.refunded")
    const isDismissed = issues.some(({ resolution }) => resolution === "dismissed")
    return t(isDismissed ? "reason.dismissed" : "reason.orderCanceled")
  }
  if (status === "active" && !starts_on) return t("reason.activeFirstVisit")
  if (status === "upcoming" && starts_on) return t("reason.upcoming", { date: format.day(starts_on) })
  if (status === "expired" && ends_on) return t("reason.expired", { date: format.lastDay(ends_on) })
  if (status === "upcoming" || status === "expired") return t(`reason.${status}Undated`)
  return t(`reason.${status}`)
}

/** A question of the sale comes first: recording the payment alone would not make it active (SALE-5). */
function pendingReason({ issues, order_id }: Pick<Facts, "issues" | "order_id">, t: Text): string {
  if (issues.some(({ resolved_at }) => resolved_at === null)) return t("reason.decision")
  return t(order_id === null ? "reason.noOrder" : "reason.payment")
}
