import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { ChartState } from "../../../domain/charts/types"
import { useText } from "../../text/use-text"

/** Green prices new sales, orange waits for somebody, grey waits to be published. */
const COLOR: Record<ChartState, ComponentProps<typeof StatusBadge>["color"]> = {
  draft: "orange",
  finalized: "grey",
  published: "green",
}

export function VersionState({ state }: { state: ChartState }) {
  const t = useText()
  return <StatusBadge color={COLOR[state]}>{t(`charts.versions.state.${state}`)}</StatusBadge>
}
