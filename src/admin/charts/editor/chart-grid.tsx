import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable"
import { type KeyboardEvent, type RefObject, useMemo } from "react"
import { useText } from "../../text/use-text"
import type { EditorProblem } from "./editor-problems"
import type { EditorRow } from "./editor-rows"
import type { GridSetting } from "./grid-columns"
import { GridHead } from "./grid-head"
import { GridRow, type RowEvents } from "./grid-row"

interface ChartGridProps {
  title: string
  rows: readonly EditorRow[]
  setting: GridSetting
  events: RowEvents
  problems: readonly EditorProblem[]
  gridRef: RefObject<HTMLDivElement>
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Positions from 1. */
  onDrop: (from: number, to: number) => void
}

// Made once: the library draws every row again when one of these is another object.
const POINTER = { activationConstraint: { distance: 4 } }
const MODIFIERS: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })]

/** The handle is for pointers only, and moves are told by the grid itself: the library has nothing to add. */
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: "" },
}

const NONE: readonly EditorProblem[] = []

export function ChartGrid({
  title,
  rows,
  setting,
  events,
  problems,
  gridRef,
  onKeyDown,
  onDrop,
}: ChartGridProps) {
  const t = useText()
  // The same list while somebody types: with a new one every row is drawn again.
  const order = rows.map(({ key }) => key).join(" ")
  const keys = useMemo(() => order.split(" "), [order])
  const byRow = useMemo(() => grouped(problems), [problems])
  const sensors = useSensors(useSensor(PointerSensor, POINTER))
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return
    onDrop(keys.indexOf(String(active.id)) + 1, keys.indexOf(String(over.id)) + 1)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={MODIFIERS}
      accessibility={SILENT}
      onDragEnd={onDragEnd}
    >
      <div ref={gridRef} className="relative isolate max-h-[70vh] overflow-auto">
        <table
          className="w-full border-separate border-spacing-0"
          aria-label={title}
          aria-describedby="chart-grid-hint"
        >
          <GridHead setting={setting} isEdited />
          <SortableContext items={keys} strategy={verticalListSortingStrategy}>
            <tbody onKeyDown={onKeyDown}>
              {rows.map((row, index) => (
                <GridRow
                  key={row.key}
                  row={row}
                  position={index + 1}
                  count={rows.length}
                  setting={setting}
                  events={events}
                  problems={byRow.get(index + 1) ?? NONE}
                />
              ))}
            </tbody>
          </SortableContext>
        </table>
      </div>
      <span id="chart-grid-hint" className="sr-only">
        {t("charts.keys.move")}: Alt ↑ ↓
      </span>
    </DndContext>
  )
}

function grouped(problems: readonly EditorProblem[]): Map<number | null, EditorProblem[]> {
  const byRow = new Map<number | null, EditorProblem[]>()
  for (const problem of problems) byRow.set(problem.row, [...(byRow.get(problem.row) ?? []), problem])
  return byRow
}
