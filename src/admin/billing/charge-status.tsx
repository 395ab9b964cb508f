import "./words"
import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useText } from "../text/use-text"
import type { ChargeStatus } from "./types"

/** Green is settled by money, blue goes on by itself, orange waits for somebody, red failed, grey is over. */
const COLOR: Record<ChargeStatus, ComponentProps<typeof StatusBadge>["color"]> = {
  scheduled: "blue",
  processing: "blue",
  requires_action: "orange",
  unknown: "orange",
  failed: "red",
  parked: "orange",
  paid: "green",
  waived: "grey",
  canceled: "grey",
}

export function ChargeStatusBadge({ status }: { status: ChargeStatus }) {
  const t = useText()
  return <StatusBadge color={COLOR[status]}>{t(`billing.status.${status}`)}</StatusBadge>
}
