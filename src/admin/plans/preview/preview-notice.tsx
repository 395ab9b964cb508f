import { InlineTip } from "@medusajs/ui"
import type { PlanStatus } from "../../../domain/plans/types"
import { useText } from "../../text/use-text"
import type { Storefront } from "./types"

interface PreviewNoticeProps {
  status: PlanStatus
  storefront: Storefront
  location_id: string | undefined
}

type Reason = "seen" | "draft" | "archived" | "noChart" | "noPrice" | "elsewhere" | "hidden"

/** The first reason for which customers do not find the plan; none: they do. */
function reasonOf({ status, storefront, location_id }: PreviewNoticeProps): Reason {
  const { membership_plan: plan, is_found, is_listed } = storefront
  if (is_listed) return "seen"
  if (!is_found) return status === "active" ? "noChart" : status
  if (!plan.chart) return "noPrice"
  const { sold_at } = plan.locations
  return location_id && sold_at && !sold_at.includes(location_id) ? "elsewhere" : "hidden"
}

export function PreviewNotice(props: PreviewNoticeProps) {
  const t = useText()
  const reason = reasonOf(props)
  const currency = props.storefront.membership_plan.currency_code.toUpperCase()
  const text = t(`plans.preview.${reason}`, { currency })
  return (
    <div role="status">
      <InlineTip label={t("plans.detail.preview")} variant={reason === "seen" ? "success" : "warning"}>
        {text}
      </InlineTip>
    </div>
  )
}
