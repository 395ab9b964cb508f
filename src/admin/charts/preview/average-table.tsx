import { Table } from "@medusajs/ui"
import type { GroupOfSize } from "../../../domain/charts/average-price"
import type { ChartRow } from "../../../domain/charts/types"
import { fromMinor } from "../../../domain/money/amounts"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"

interface AverageTableProps {
  groups: readonly GroupOfSize[]
  rows: readonly ChartRow[]
  currency_code: string
}

/** The figures of the picture. */
export function AverageTable({ groups, rows, currency_code }: AverageTableProps) {
  const t = useText()
  const format = useFormat()
  const money = (minor: number) => format.money(fromMinor(minor, currency_code), currency_code)
  const labels = new Map(rows.map(({ position, label }) => [position, label]))
  return (
    <div
      className="shadow-borders-base max-h-80 overflow-auto rounded-lg"
      tabIndex={0}
      role="region"
      aria-label={t("charts.preview.picture")}
    >
      <Table aria-label={t("charts.preview.picture")}>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="pr-3 first:pl-4">{t("charts.preview.groupSeats")}</Table.HeaderCell>
            <Table.HeaderCell className="pr-3">{t("charts.preview.groupAdded")}</Table.HeaderCell>
            <Table.HeaderCell className="pr-3 text-right last:pr-4">
              {t("charts.preview.groupTotal")}
            </Table.HeaderCell>
            <Table.HeaderCell className="pr-3 text-right last:pr-4">
              {t("charts.preview.groupAverage")}
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {groups.map(({ seats, row_position, total_minor, average_minor }) => (
            <Table.Row key={seats}>
              <Table.Cell className="pr-3 tabular-nums first:pl-4">{seats}</Table.Cell>
              <Table.Cell className="break-words whitespace-normal pr-3" title={labels.get(row_position)}>
                {labels.get(row_position)}
              </Table.Cell>
              <Table.Cell className="pr-3 text-right tabular-nums last:pr-4">{money(total_minor)}</Table.Cell>
              <Table.Cell className="pr-3 text-right tabular-nums last:pr-4">
                {money(average_minor)}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
