import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useText } from "../text/use-text"
import type { Status } from "./types"

/** Green gets in, orange waits for somebody, red was refused, grey is over. */
const COLOR: Record<Status, ComponentProps<typeof StatusBadge>["color"]> = {
  pending: "orange",
  upcoming: "blue",
  active: "green",
  on_hold: "purple",
  past_due: "orange",
  suspended: "red",
  exhausted: "grey",
  expired: "grey",
  canceled: "grey",
  void: "grey",
}

export function MembershipStatus({ status }: { status: Status }) {
  const t = useText()
  return <StatusBadge color={COLOR[status]}>{t(`status.${status}`)}</StatusBadge>
}
