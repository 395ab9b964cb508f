import type { KeyboardEvent } from "react"

/** The cell of a position (from 1) and a column, as `data-cell` names it. */
export const cellName = (position: number | null, field: string) => `${position}:${field}`

/** What the keyboard can do in the grid; positions begin with 1. */
export interface GridKeyActions {
  move: (position: number, by: 1 | -1) => void
  insertBelow: (position: number) => void
  /** @returns false when there is no such row */
  focus: (position: number, field: string) => boolean
}

/**
 * Alt with an arrow moves the row from wherever in it the focus is. Enter goes down, and from the last row into a new
 * one; with Ctrl or Cmd it always makes one. Plain arrows go up and down in the column, except in a choice, whose own
 * keys they are.
 */
export function handleGridKey(event: KeyboardEvent<HTMLElement>, actions: GridKeyActions): void {
  const target = event.target as HTMLElement
  const position = Number(target.closest<HTMLElement>("[data-row]")?.dataset.row)
  if (!position) return
  const field = target.dataset.cell?.split(":")[1]
  const isTaken = act(event, { position, field, isChoice: target instanceof HTMLSelectElement }, actions)
  if (isTaken) event.preventDefault()
}

interface Place {
  position: number
  /** Absent on a button of the row. */
  field: string | undefined
  isChoice: boolean
}

function act(event: KeyboardEvent, { position, field, isChoice }: Place, actions: GridKeyActions): boolean {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null
  if (step && event.altKey) {
    actions.move(position, step)
    return true
  }
  if (!field) return false
  if (event.key === "Enter") {
    if (event.ctrlKey || event.metaKey || !actions.focus(position + 1, field)) actions.insertBelow(position)
    return true
  }
  return step !== null && !isChoice && !event.shiftKey && actions.focus(position + step, field)
}
