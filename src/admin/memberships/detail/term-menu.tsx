import "../plan-change/words"
import { ArrowPath, Calendar, PencilSquare, Users } from "@medusajs/icons"
import { ActionMenu } from "../../parts/action-menu"
import { useText } from "../../text/use-text"
import { useSeatOptions } from "../queries/seats"
import type { Membership } from "../types"

/** What staff can do with the term: change the plan (BILL-10), give it more time, or move a start that lies ahead (TERM-5). */
export function TermMenu({
  membership: { id, status, plan, starts_on, ends_on, sold_ends_on },
}: {
  membership: Membership
}) {
  const t = useText()
  const { data: options } = useSeatOptions(id)
  if (!options || status === "void") return null
  const isOpen = !["pending", "canceled", "expired"].includes(status)
  // Of what is paid once, only an offer goes on as another plan (PLAN-8).
  const isChangeable =
    plan.billing.type === "recurring" || Boolean(plan.introductory_offer?.converts_to_plan_id)
  const actions = [
    ...(isOpen && isChangeable
      ? [{ icon: <ArrowPath />, label: t("planChange.action"), to: "seats/plan" }]
      : []),
    ...(isOpen &&
    plan.billing.type === "recurring" &&
    plan.audience === "individual" &&
    plan.kind === "membership"
      ? [{ icon: <Users />, label: t("planChange.join.action"), to: "seats/join" }]
      : []),
    ...(ends_on === null || sold_ends_on === null
      ? []
      : [{ icon: <Calendar />, label: t("seating.action.extend"), to: "seats/extend" }]),
    ...(starts_on === null || starts_on <= options.today
      ? []
      : [{ icon: <PencilSquare />, label: t("seating.action.start"), to: "seats/start" }]),
  ]
  if (actions.length === 0) return null
  return <ActionMenu label={t("seating.menuTerm")} groups={[{ actions }]} />
}
