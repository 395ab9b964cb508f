import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { PlanStatus as Status } from "../../../domain/plans/types"
import { useText } from "../../text/use-text"

const COLOR: Record<Status, ComponentProps<typeof StatusBadge>["color"]> = {
  draft: "grey",
  active: "green",
  archived: "red",
}

export function PlanStatus({ status }: { status: Status }) {
  const t = useText()
  return <StatusBadge color={COLOR[status]}>{t(`plans.status.${status}`)}</StatusBadge>
}
