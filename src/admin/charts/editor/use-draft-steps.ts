import { toast, usePrompt } from "@medusajs/ui"
import { useEffect } from "react"
import type { ChartRequirements } from "../../../domain/charts/completeness"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useChartStep, useSaveChart } from "../queries/charts"
import type { PriceChart } from "../types"
import { editorProblems, type EditorProblem, keepsFromSaving } from "./editor-problems"
import { type EditorRow, toDrafts } from "./editor-rows"
import { cellName } from "./grid-keys"
import { refusedCells } from "./refused-cells"
import { keyOfCell } from "./use-draft"

interface DraftStepsInput {
  version: PriceChart
  requirements: ChartRequirements
  rows: readonly EditorRow[]
  isDirty: boolean
  touch: (cells: readonly string[]) => void
  showAll: () => void
  refuse: (told: readonly EditorProblem[]) => void
  focus: (cell: string) => boolean
}

/** Saving and finalizing a draft. What is wrong is shown at its cells, and the first of them gets the focus. */
export function useDraftSteps(input: DraftStepsInput) {
  const { version, requirements, rows, isDirty, touch, showAll, refuse, focus } = input
  const t = useText()
  const errorText = useErrorText()
  const prompt = usePrompt()
  const saving = useSaveChart(version.plan_id)
  const finalizing = useChartStep("finalize")

  const goTo = (problem: EditorProblem | undefined) => problem && focus(cellName(problem.row, problem.field))
  const tellRefusal = (error: unknown) => {
    const cells = refusedCells(error)
    refuse(cells)
    goTo(cells[0])
    toast.error(errorText(error))
  }
  const save = async (): Promise<boolean> => {
    const wrong = editorProblems(rows, requirements).filter(keepsFromSaving)
    if (wrong.length > 0) {
      touch(wrong.map((problem) => keyOfCell(rows, problem)))
      goTo(wrong[0])
      toast.error(t("charts.problems.notSaved", { count: wrong.length }))
      return false
    }
    try {
      await saving.mutateAsync({ id: version.id, rows: toDrafts(rows) })
      toast.success(t("charts.steps.saved", { version: version.version }))
      return true
    } catch (error) {
      tellRefusal(error)
      return false
    }
  }
  const finalize = async () => {
    const missing = editorProblems(rows, requirements)
    if (missing.length > 0) {
      showAll()
      goTo(missing[0])
      toast.error(t("charts.problems.count", { count: missing.length }))
      return
    }
    const detail = t("charts.steps.finalizeDetail")
    const isConfirmed = await prompt({
      title: t("charts.steps.finalizeTitle", { version: version.version }),
      description: isDirty ? `${detail} ${t("charts.steps.finalizeUnsaved")}` : detail,
      confirmText: t("charts.steps.finalize"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!isConfirmed || (isDirty && !(await save()))) return
    try {
      await finalizing.mutateAsync(version.id)
      toast.success(t("charts.steps.finalized", { version: version.version }))
    } catch (error) {
      tellRefusal(error)
    }
  }
  useSaveKey(async () => isDirty && !saving.isPending && save())
  return { save, finalize, isSaving: saving.isPending, isFinalizing: finalizing.isPending }
}

/** Ctrl or Cmd with S, which would else save the page as a file. */
function useSaveKey(onSave: () => Promise<unknown>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      void onSave()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  })
}
