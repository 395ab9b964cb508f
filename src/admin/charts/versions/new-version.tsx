import { Plus } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import type { LeaveGuard } from "../editor/leave-guard"
import type { PriceChart } from "../types"
import { useBeginVersion } from "./use-version-steps"

interface NewVersionProps {
  plan_id: string
  charts: readonly PriceChart[]
  guard: LeaveGuard
}

/** CHART-2: a new version is blank, or a copy of any other. */
export function NewVersion({ plan_id, charts, guard }: NewVersionProps) {
  const t = useText()
  const { begin, isPending } = useBeginVersion(plan_id, guard)
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" isLoading={isPending}>
          <Plus />
          {t("charts.versions.new")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start" className="max-h-80 overflow-y-auto">
        <DropdownMenu.Item onClick={() => void begin(null)}>
          {t("charts.versions.newBlank")}
        </DropdownMenu.Item>
        <DropdownMenu.Separator />
        {charts.map((chart) => (
          <DropdownMenu.Item key={chart.id} onClick={() => void begin(chart)}>
            {t("charts.versions.newCopy", { version: chart.version })}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
