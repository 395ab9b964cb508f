import { Label, Switch, Table, Text } from "@medusajs/ui"
import { useId, useMemo, useState } from "react"
import type { ChartRowDraft } from "../../../domain/charts/types"
import type { StudioClassification } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { compareRows } from "./compare"
import { RowComparison } from "./row-comparison"
import { useFieldText } from "./use-field-text"

export interface ChartSide {
  /** Names the version: "Version 2". */
  title: string
  rows: readonly ChartRowDraft[]
}

export interface ChartDifferenceProps {
  before: ChartSide
  after: ChartSide
  /** Lower case; those the plan sells in. */
  currency_codes: string[]
  classifications: StudioClassification[]
}

/** Two versions side by side, row by row: what was added, taken away and changed. */
export function ChartDifference({ before, after, currency_codes, classifications }: ChartDifferenceProps) {
  const t = useText()
  const switchId = useId()
  const [showsSame, setShowsSame] = useState(false)
  const text = useFieldText(classifications)
  const rows = useMemo(
    () => compareRows(before.rows, after.rows, currency_codes),
    [before.rows, after.rows, currency_codes]
  )
  const different = rows.filter(({ change }) => change !== "same")
  return (
    <div className="flex flex-col gap-y-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div role="status">
          <Text size="small" weight="plus">
            {different.length === 0
              ? t("charts.difference.none")
              : t("charts.difference.summary", { count: different.length })}
          </Text>
          {different.length === 0 && (
            <Text size="small" className="text-ui-fg-subtle break-words">
              {t("charts.difference.noneDetail", { before: before.title, after: after.title })}
            </Text>
          )}
        </div>
        <div className="flex items-center gap-x-2">
          <Switch id={switchId} size="small" checked={showsSame} onCheckedChange={setShowsSame} />
          <Label htmlFor={switchId} size="small">
            {t("charts.difference.showSame")}
          </Label>
        </div>
      </div>
      {(showsSame || different.length > 0) && (
        <div className="shadow-borders-base overflow-x-auto rounded-lg">
          <Table
            className="table-fixed"
            aria-label={t("charts.difference.caption", { before: before.title, after: after.title })}
          >
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell className="w-1/5">{t("charts.difference.what")}</Table.HeaderCell>
                <Table.HeaderCell className="truncate" title={before.title}>
                  {before.title}
                </Table.HeaderCell>
                <Table.HeaderCell className="truncate" title={after.title}>
                  {after.title}
                </Table.HeaderCell>
                <Table.HeaderCell className="w-1/4">{t("charts.difference.change")}</Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            {(showsSame ? rows : different).map((row) => (
              <RowComparison key={row.position} {...{ row, text, showsSame }} />
            ))}
          </Table>
        </div>
      )}
    </div>
  )
}
