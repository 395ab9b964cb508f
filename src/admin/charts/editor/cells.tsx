import { Checkbox, clx, Input } from "@medusajs/ui"
import { TrianglesMini } from "@medusajs/icons"
import { memo, type ReactNode, useState } from "react"
import { type Text, useText } from "../../text/use-text"
import { agesOf, columnName, type GridSetting } from "./grid-columns"
import { cellName } from "./grid-keys"
import type { EditorProblem } from "./editor-problems"
import type { EditorRow, TextField } from "./editor-rows"

/** What cells tell the grid; the same object as long as the grid is there. */
export interface CellEvents {
  onWrite: (key: string, field: TextField, text: string) => void
  onLeave: (key: string, field: TextField) => void
  onClassify: (key: string, classification_id: string | null) => void
  onCheck: (key: string, field: "required" | "unlimited", checked: boolean) => void
}

export interface CellProps {
  row: EditorRow
  /** From 1. */
  position: number
  events: CellEvents
  problem: EditorProblem | undefined
}

/** What every control of a cell carries: its name, where it is, and whether and why it is wrong. */
function marks(t: Text, field: string, { position, problem, row }: CellProps) {
  return {
    "data-cell": cellName(position, field),
    "aria-label": t("charts.grid.cell", { column: columnName(field, t), row: position }),
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem ? `${row.key}-${field}-problem` : undefined,
  }
}

/** The control, and below it what is wrong. */
function Cell({ field, row, problem, children }: CellProps & { field: string; children: ReactNode }) {
  const t = useText()
  return (
    <>
      {children}
      {problem && (
        <span
          id={`${row.key}-${field}-problem`}
          className="txt-compact-xsmall text-ui-fg-error mt-1 block text-pretty"
        >
          {t(`charts.problems.code.${problem.problem}`)}
        </span>
      )}
    </>
  )
}

interface TextCellProps extends CellProps {
  field: TextField
  text: string
  placeholder?: string
}

/** A line of text, or an amount as it is typed. */
export const TextCell = memo(function TextCell({ field, text, placeholder, ...cell }: TextCellProps) {
  const t = useText()
  const isAmount = field !== "label"
  return (
    <Cell field={field} {...cell}>
      <Input
        {...marks(t, field, cell)}
        size="small"
        value={text}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={isAmount ? 30 : 200}
        inputMode={isAmount ? "decimal" : "text"}
        className={clx({ "text-right tabular-nums": isAmount })}
        onChange={({ target }) => cell.events.onWrite(cell.row.key, field, target.value)}
        onBlur={() => cell.events.onLeave(cell.row.key, field)}
      />
    </Cell>
  )
})

/**
 * The browser's own choice: there may be one in each of 500 rows, and its keys are what everybody knows. The others among
 * which it chooses are drawn when somebody comes near: 500 rows of 500 choices would stop the page.
 */
export const ClassificationCell = memo(function ClassificationCell({
  classifications,
  ...cell
}: CellProps & Pick<GridSetting, "classifications">) {
  const t = useText()
  const [isNear, setIsNear] = useState(false)
  const comeNear = () => setIsNear(true)
  const { classification_id, key } = cell.row
  const offered = isNear ? classifications : classifications.filter(({ id }) => id === classification_id)
  const isGone = classification_id !== null && !classifications.some(({ id }) => id === classification_id)
  return (
    <Cell field="classification_id" {...cell}>
      <div className="relative">
        <select
          {...marks(t, "classification_id", cell)}
          value={classification_id ?? ""}
          onPointerEnter={comeNear}
          onPointerDown={comeNear}
          onFocus={comeNear}
          onChange={({ target }) => cell.events.onClassify(key, target.value || null)}
          className={clx(
            "bg-ui-bg-field hover:bg-ui-bg-field-hover shadow-borders-base text-ui-fg-base transition-fg txt-compact-small",
            "h-7 w-full appearance-none truncate rounded-md py-1 pl-2 pr-6 outline-none",
            "focus-visible:shadow-borders-interactive-with-active aria-[invalid=true]:!shadow-borders-error"
          )}
        >
          <option value="">{t("charts.grid.any")}</option>
          {isGone && <option value={classification_id}>{t("charts.grid.gone")}</option>}
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <TrianglesMini className="text-ui-fg-muted pointer-events-none absolute right-1 top-1.5" />
      </div>
    </Cell>
  )
})

/** Shown, and changed only where classifications are. */
export function Ages({
  classification_id,
  classifications,
}: Pick<EditorRow, "classification_id"> & Pick<GridSetting, "classifications">) {
  const t = useText()
  const classification = classifications.find(({ id }) => id === classification_id)
  const ages = classification && agesOf(classification, t)
  return <span className="txt-compact-small text-ui-fg-subtle whitespace-nowrap">{ages ?? t("none")}</span>
}

export const CheckCell = memo(function CheckCell({
  field,
  isChecked,
  ...cell
}: CellProps & { field: "required" | "unlimited"; isChecked: boolean }) {
  const t = useText()
  return (
    <Cell field={field} {...cell}>
      <span className="flex h-7 items-center justify-center">
        <Checkbox
          {...marks(t, field, cell)}
          checked={isChecked}
          onCheckedChange={(checked) => cell.events.onCheck(cell.row.key, field, checked === true)}
        />
      </span>
    </Cell>
  )
})
