import { CheckCircleSolid, MinusMini, ExclamationCircleSolid } from "@medusajs/icons"
import type { ReactNode } from "react"
import { useText } from "../../text/use-text"
import type { PlanRow } from "../types"

/** Whether customers can buy it now, in words beside the sign. */
export function SellabilityCell({ plan: { status, sellability } }: { plan: PlanRow }) {
  const t = useText()
  if (sellability.sellable) {
    return <State icon={<CheckCircleSolid className="text-ui-tag-green-icon" />}>{t("plans.list.yes")}</State>
  }
  if (status === "archived") {
    return <State icon={<MinusMini className="text-ui-fg-muted" />}>{t("plans.list.offSale")}</State>
  }
  return (
    <State icon={<ExclamationCircleSolid className="text-ui-tag-orange-icon" />}>
      {t("plans.list.missing", { count: sellability.problems.length })}
    </State>
  )
}

const State = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <div className="flex items-center gap-x-1.5">
    <span aria-hidden className="shrink-0">
      {icon}
    </span>
    <span className="truncate">{children}</span>
  </div>
)
