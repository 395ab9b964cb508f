import { type Dispatch, useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { KeyboardEvent } from "react"
import { useText } from "../../text/use-text"
import type { EditorAction, EditorRow } from "./editor-rows"
import { cellName, handleGridKey } from "./grid-keys"
import type { RowEvents } from "./grid-row"

/** As many as the server takes. */
const ROWS_MAX = 500

interface GridInput {
  rows: readonly EditorRow[]
  dispatch: Dispatch<EditorAction>
  separator: string
  touch: (cells: readonly string[]) => void
}

/** What the rows of a grid do when they are clicked and typed at, what is told about it, and where the focus goes. */
export function useGrid({ rows, dispatch, separator, touch }: GridInput) {
  const t = useText()
  const [told, tell] = useState("")
  const { gridRef, focus, focusNext } = useGridFocus()
  // The rows as they are when a key is pressed, so that the functions below stay the same while somebody types.
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  }, [rows])

  const moveTo = useCallback(
    (from: number, to: number) => {
      const [row, count] = [latest.current[from - 1], latest.current.length]
      if (!row || to < 1 || to > count) return
      dispatch({ type: "move", from: from - 1, to: to - 1 })
      tell(t("charts.grid.moved", { name: row.label || t("charts.grid.unnamed"), row: to, count }))
    },
    [dispatch, t]
  )
  const insertBelow = useCallback(
    (position: number) => {
      if (latest.current.length >= ROWS_MAX) {
        tell(t("charts.grid.full", { max: ROWS_MAX }))
        return
      }
      dispatch({ type: "add", index: position - 1 })
      tell(t("charts.grid.added", { row: position + 1 }))
      focusNext(cellName(position + 1, "label"))
    },
    [dispatch, t, focusNext]
  )
  const remove = useCallback(
    (position: number) => {
      const count = latest.current.length
      if (count === 1) {
        tell(t("charts.grid.last"))
        return
      }
      dispatch({ type: "remove", index: position - 1 })
      tell(t("charts.grid.removed", { row: position }))
      focusNext(cellName(Math.min(position, count - 1), "label"))
    },
    [dispatch, t, focusNext]
  )
  const events = useMemo<RowEvents>(
    () => ({
      onWrite: (key, field, text) => dispatch({ type: "write", key, field, text }),
      onLeave: (key, field) => {
        dispatch({ type: "tidy", key, field, separator })
        touch([`${key}:${field}`])
      },
      onClassify: (key, classification_id) => dispatch({ type: "classify", key, classification_id }),
      onCheck: (key, field, checked) => dispatch({ type: "check", key, field, checked }),
      onMove: (position, by) => moveTo(position, position + by),
      onRemove: remove,
    }),
    [dispatch, separator, touch, moveTo, remove]
  )
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) =>
      handleGridKey(event, {
        move: (position, by) => moveTo(position, position + by),
        insertBelow,
        focus: (position, field) => focus(cellName(position, field)),
      }),
    [moveTo, insertBelow, focus]
  )
  return { gridRef, events, onKeyDown, moveTo, insertBelow, focus, told, isFull: rows.length >= ROWS_MAX }
}

/** Focuses a cell by its name, at once or as soon as it is drawn. */
function useGridFocus() {
  const gridRef = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const focus = useCallback((cell: string): boolean => {
    const found = gridRef.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)
    found?.focus()
    if (found instanceof HTMLInputElement) found.select()
    return Boolean(found)
  }, [])
  useEffect(() => {
    if (wanted.current && focus(wanted.current)) wanted.current = null
  })
  const focusNext = useCallback((cell: string) => {
    wanted.current = cell
  }, [])
  return { gridRef, focus, focusNext }
}
