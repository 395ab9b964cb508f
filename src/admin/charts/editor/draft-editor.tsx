import { Plus } from "@medusajs/icons"
import { Button, Container } from "@medusajs/ui"
import { useEffect, useMemo } from "react"
import type { ChartRowDraft } from "../../../domain/charts/types"
import { useText } from "../../text/use-text"
import type { PriceChart } from "../types"
import type { ChartSetting } from "../versions/setting"
import { useDiscardVersion } from "../versions/use-version-steps"
import { VersionHead } from "../versions/version-head"
import { ChartGrid } from "./chart-grid"
import { DraftSteps } from "./draft-steps"
import { cellName } from "./grid-keys"
import type { LeaveGuard } from "./leave-guard"
import { ProblemList } from "./problem-list"
import { ShortcutsHint } from "./shortcuts-hint"
import { useDraft, useShownProblems } from "./use-draft"
import { useDraftSteps } from "./use-draft-steps"
import { useGrid } from "./use-grid"

interface DraftEditorProps {
  version: PriceChart
  setting: ChartSetting
  guard: LeaveGuard
  /** The rows as they are, for what stands beside the editor. */
  aside: (rows: readonly ChartRowDraft[]) => React.ReactNode
}

/** A draft's rows as a grid, in which everything can be done by the keyboard alone. */
export function DraftEditor({ version, setting, guard, aside }: DraftEditorProps) {
  const t = useText()
  const { plan, charts, currency_codes } = setting
  const requirements = useMemo(
    () => ({ audience: plan.audience, currency_codes }),
    [plan.audience, currency_codes]
  )
  const draft = useDraft(version, requirements)
  const { rows, dispatch, separator, isDirty, problems } = draft
  const { shown, ...show } = useShownProblems(draft)
  const grid = useGrid({ rows, dispatch, separator, touch: show.touch })
  const steps = useDraftSteps({ version, requirements, rows, isDirty, focus: grid.focus, ...show })
  const discard = useDiscardVersion(charts, guard)

  useEffect(() => {
    const reset = () => dispatch({ type: "load", rows: version.rows, separator })
    guard.register({ isDirty, save: steps.save, discard: reset })
  })
  useEffect(() => () => guard.register(null), [guard])

  return (
    <>
      <Container className="divide-y overflow-hidden p-0">
        <VersionHead version={version}>
          <DraftSteps
            isDirty={isDirty}
            isSaving={steps.isSaving}
            isFinalizing={steps.isFinalizing}
            onSave={steps.save}
            onFinalize={steps.finalize}
            onDiscard={async () => discard(version)}
          />
        </VersionHead>
        <ChartGrid
          title={t("charts.grid.title", { version: version.version })}
          rows={rows}
          setting={setting.grid}
          events={grid.events}
          problems={shown}
          gridRef={grid.gridRef}
          onKeyDown={grid.onKeyDown}
          onDrop={grid.moveTo}
        />
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
          <Button
            size="small"
            variant="secondary"
            type="button"
            data-cell={cellName(null, "rows")}
            disabled={grid.isFull}
            onClick={() => grid.insertBelow(rows.length)}
          >
            <Plus />
            {t("charts.grid.add")}
          </Button>
          <ShortcutsHint />
        </div>
        <ProblemList problems={problems} onGo={grid.focus} />
        <span role="status" aria-live="polite" className="sr-only">
          {grid.told}
        </span>
      </Container>
      {aside(draft.drafts)}
    </>
  )
}
