import { ArrowRightMini, CheckMini, MinusMini, PencilSquareSolid, PlusMini } from "@medusajs/icons"
import { Badge, clx, Table } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"
import { useText } from "../../text/use-text"
import type { ComparedField, ComparedRow } from "./compare"
import type { FieldText } from "./use-field-text"

type Change = ComparedRow["change"]

const LOOK: Record<Change, { color: ComponentProps<typeof Badge>["color"]; icon: ReactNode }> = {
  added: { color: "green", icon: <PlusMini /> },
  removed: { color: "red", icon: <MinusMini /> },
  changed: { color: "orange", icon: <PencilSquareSolid /> },
  same: { color: "grey", icon: <CheckMini /> },
}

interface RowComparisonProps {
  row: ComparedRow
  text: FieldText
  /** Else only the fields that differ. */
  showsSame: boolean
}

/** One row of the chart: its number and change, and a line for each field. */
export function RowComparison({ row, text, showsSame }: RowComparisonProps) {
  const t = useText()
  const { color, icon } = LOOK[row.change]
  const fields = row.fields.filter(({ isDifferent }) => showsSame || isDifferent)
  return (
    <Table.Body>
      <Table.Row className="bg-ui-bg-subtle hover:bg-ui-bg-subtle">
        <th scope="rowgroup" colSpan={4} className="px-6 py-2 text-left">
          <span className="flex items-center gap-x-2">
            <span className="txt-compact-small-plus text-ui-fg-base">
              {t("charts.difference.row", { row: row.position })}
            </span>
            <Badge size="2xsmall" color={color} className="gap-x-1">
              {icon}
              {t(`charts.difference.${row.change}`)}
            </Badge>
          </span>
        </th>
      </Table.Row>
      {fields.map((field) => (
        <FieldLine key={field.field} {...{ field, text }} change={row.change} />
      ))}
    </Table.Body>
  )
}

interface FieldLineProps {
  field: ComparedField
  text: FieldText
  change: Change
}

function FieldLine({ field, text, change }: FieldLineProps) {
  const t = useText()
  const value = (side: "before" | "after", isThere: boolean) =>
    isThere ? text.value(field, side) : t("none")
  const isMarked = change === "changed" && field.isDifferent
  return (
    <Table.Row className="h-10">
      <th
        scope="row"
        className="txt-compact-small text-ui-fg-subtle h-10 break-words py-2 pl-6 pr-6 text-left font-normal"
      >
        {text.name(field)}
      </th>
      <Table.Cell className="whitespace-normal h-10 break-words py-2 align-middle">
        {value("before", change !== "added")}
      </Table.Cell>
      <Table.Cell
        className={clx(
          "whitespace-normal h-10 break-words py-2 align-middle",
          isMarked && "text-ui-fg-base font-medium"
        )}
      >
        <span className="flex min-w-0 items-center gap-x-1">
          {isMarked && <ArrowRightMini aria-hidden className="text-ui-fg-muted -ml-1 shrink-0" />}
          <span className="min-w-0 break-words">{value("after", change !== "removed")}</span>
        </span>
      </Table.Cell>
      <Table.Cell className="whitespace-normal h-10 break-words py-2 align-middle">
        {text.change(field)}
      </Table.Cell>
    </Table.Row>
  )
}
