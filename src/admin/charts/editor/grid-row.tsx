import { useSortable } from "@dnd-kit/sortable"
import { ArrowDownMini, ArrowUpMini, DotsSix, Trash } from "@medusajs/icons"
import { clx, IconButton } from "@medusajs/ui"
import { memo } from "react"
import { defaultLabel } from "../../../domain/charts/blank"
import { rowNumber } from "../../../domain/charts/labels"
import { type TextKey, useText } from "../../text/use-text"
import { Ages, type CellEvents, CheckCell, ClassificationCell, TextCell } from "./cells"
import type { EditorProblem } from "./editor-problems"
import type { EditorRow } from "./editor-rows"
import type { GridSetting } from "./grid-columns"

export interface RowEvents extends CellEvents {
  onMove: (position: number, by: 1 | -1) => void
  onRemove: (position: number) => void
}

interface GridRowProps {
  row: EditorRow
  /** From 1. */
  position: number
  /** How many rows there are. */
  count: number
  setting: GridSetting
  events: RowEvents
  problems: readonly EditorProblem[]
}

/** Problems are made anew with each change; rows are drawn again only when theirs have become others. */
const sameProblems = (a: readonly EditorProblem[], b: readonly EditorProblem[]) =>
  a.length === b.length &&
  a.every(({ field, problem }, i) => field === b[i]?.field && problem === b[i].problem)

const isSame = (a: GridRowProps, b: GridRowProps) =>
  a.row === b.row &&
  a.position === b.position &&
  a.count === b.count &&
  a.setting === b.setting &&
  a.events === b.events &&
  sameProblems(a.problems, b.problems)

const CELL = "bg-ui-bg-base group-data-[dragged]:bg-ui-bg-base-hover px-1 py-1.5 align-top"

export const GridRow = memo(function GridRow({
  row,
  position,
  count,
  setting,
  events,
  problems,
}: GridRowProps) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: row.key,
  })
  const cell = (field: string) => ({
    row,
    position,
    events,
    problem: problems.find((problem) => problem.field === field),
  })
  const { classifications, currency_codes } = setting
  return (
    <tr
      ref={setNodeRef}
      data-row={position}
      data-dragged={isDragging ? true : undefined}
      className={clx("group relative", { "z-10": isDragging })}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
    >
      <th scope="row" className={clx(CELL, "sticky left-0 z-[1] w-14 min-w-14 pl-2 font-normal")}>
        <span className="flex h-7 items-center gap-x-1">
          <span
            ref={setActivatorNodeRef}
            {...listeners}
            aria-hidden
            className="text-ui-fg-muted cursor-grab touch-none rounded active:cursor-grabbing"
          >
            <DotsSix />
          </span>
          <span className="txt-compact-small text-ui-fg-subtle tabular-nums">
            {rowNumber({ position, unlimited: row.unlimited })}
          </span>
        </span>
      </th>
      <td className={clx(CELL, "sticky left-14 z-[1] w-full min-w-[132px]")}>
        <TextCell
          {...cell("label")}
          field="label"
          text={row.label}
          placeholder={defaultLabel(position) ?? ""}
        />
      </td>
      <td className={clx(CELL, "min-w-[116px] max-w-[200px]")}>
        <ClassificationCell {...cell("classification_id")} classifications={classifications} />
      </td>
      <td className={CELL}>
        <span className="flex h-7 items-center">
          <Ages classification_id={row.classification_id} classifications={classifications} />
        </span>
      </td>
      {setting.isShared &&
        (["required", "unlimited"] as const).map((field) => (
          <td key={field} className={CELL}>
            <CheckCell {...cell(field)} field={field} isChecked={row[field]} />
          </td>
        ))}
      {currency_codes.map((code) => (
        <td key={code} className={clx(CELL, "min-w-[84px]")}>
          <TextCell {...cell(`prices.${code}`)} field={`prices.${code}`} text={row.prices[code] ?? ""} />
        </td>
      ))}
      <td className={clx(CELL, "min-w-[76px]")}>
        <TaxCell {...cell("tax_rate")} />
      </td>
      <td className={clx(CELL, "sticky right-0 z-[1] pr-2")}>
        <RowButtons position={position} count={count} events={events} />
      </td>
    </tr>
  )
}, isSame)

function TaxCell(
  cell: Pick<GridRowProps, "row" | "position" | "events"> & { problem: EditorProblem | undefined }
) {
  const t = useText()
  return (
    <TextCell {...cell} field="tax_rate" text={cell.row.tax_rate} placeholder={t("charts.grid.taxBlank")} />
  )
}

/** Not `disabled`, which would take the focus away from who moves a row up to the first place. */
function RowButtons({ position, count, events }: { position: number; count: number; events: RowEvents }) {
  const t = useText()
  const label = (key: TextKey) => t(key, { row: position })
  // The keyboard moves rows with Alt and an arrow from every cell, so that Tab need not stop here twice.
  const move = { size: "xsmall", variant: "transparent", type: "button", tabIndex: -1 } as const
  return (
    <span className="flex h-7 items-center justify-end">
      <IconButton
        {...move}
        aria-label={label("charts.grid.up")}
        aria-disabled={position === 1}
        className={clx({ "opacity-40": position === 1 })}
        onClick={() => events.onMove(position, -1)}
      >
        <ArrowUpMini />
      </IconButton>
      <IconButton
        {...move}
        aria-label={label("charts.grid.down")}
        aria-disabled={position === count}
        className={clx({ "opacity-40": position === count })}
        onClick={() => events.onMove(position, 1)}
      >
        <ArrowDownMini />
      </IconButton>
      <IconButton
        size="xsmall"
        variant="transparent"
        type="button"
        aria-label={label("charts.grid.remove")}
        aria-disabled={count === 1}
        className={clx({ "opacity-40": count === 1 })}
        onClick={() => events.onRemove(position)}
      >
        <Trash />
      </IconButton>
    </span>
  )
}
