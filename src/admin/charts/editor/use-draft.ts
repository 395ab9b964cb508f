import { useCallback, useDeferredValue, useMemo, useReducer, useState } from "react"
import type { ChartRequirements } from "../../../domain/charts/completeness"
import { useDecimalSign } from "../../forms/use-decimal-sign"
import type { PriceChart } from "../types"
import { cellOf, editorProblems, type EditorProblem } from "./editor-problems"
import { contentOf, type EditorRow, editorReducer, loaded, toDrafts } from "./editor-rows"

/** The rows of a draft while they are edited, and what is wrong with them. */
export function useDraft(version: PriceChart, { audience, currency_codes }: ChartRequirements) {
  const separator = useDecimalSign()
  const [{ rows }, dispatch] = useReducer(editorReducer, version.rows, (start) => loaded(start, separator))
  const saved = useMemo(() => contentOf(loaded(version.rows, separator).rows), [version.rows, separator])
  const content = useMemo(() => contentOf(rows), [rows])
  const [seen, setSeen] = useState(saved)
  if (saved !== seen) {
    setSeen(saved)
    // Somebody else has saved this draft; whoever has typed nothing sees theirs.
    if (content === seen) dispatch({ type: "load", rows: version.rows, separator })
  }
  // Typing comes first: what follows from the rows may come a moment later.
  const settled = useDeferredValue(rows)
  const problems = useMemo(
    () => editorProblems(settled, { audience, currency_codes }),
    [settled, audience, currency_codes]
  )
  const drafts = useMemo(() => toDrafts(settled), [settled])
  return { rows, settled, dispatch, separator, content, isDirty: content !== saved, problems, drafts }
}

/** A cell by its row's key, which stays when the row moves. */
export const keyOfCell = (rows: readonly EditorRow[], { row, field }: Pick<EditorProblem, "row" | "field">) =>
  `${row === null ? "chart" : (rows[row - 1]?.key ?? "none")}:${field}`

interface ShownInput {
  problems: readonly EditorProblem[]
  /** The rows that the problems are about. */
  settled: readonly EditorRow[]
  content: string
}

/**
 * Which problems stand at their cells: what was left by whoever typed, what a refusal named, and after an attempt to
 * finalize all. A wrong check mark shows at once, because another row may have made it wrong.
 */
export function useShownProblems({ problems, settled, content }: ShownInput) {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [isAll, setAll] = useState(false)
  const [refused, setRefused] = useState<{ content: string; problems: readonly EditorProblem[] } | null>(null)
  const shown = useMemo(() => {
    const known = new Set(problems.map(cellOf))
    const isShown = (problem: EditorProblem) =>
      isAll ||
      touched.has(keyOfCell(settled, problem)) ||
      problem.field === "required" ||
      problem.field === "unlimited"
    // A refusal is about what was sent; the next change makes it old.
    const told =
      refused?.content === content ? refused.problems.filter((each) => !known.has(cellOf(each))) : []
    return [...problems.filter(isShown), ...told]
  }, [problems, settled, touched, isAll, refused, content])
  const touch = useCallback((cells: readonly string[]) => {
    setTouched((former) =>
      cells.every((cell) => former.has(cell)) ? former : new Set([...former, ...cells])
    )
  }, [])
  return {
    shown,
    touch,
    showAll: () => setAll(true),
    refuse: (told: readonly EditorProblem[]) => setRefused({ content, problems: told }),
  }
}
