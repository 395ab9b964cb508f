import { clx } from "@medusajs/ui"
import { memo } from "react"
import { rowLabel, rowNumber } from "../../../domain/charts/labels"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { Ages } from "../editor/cells"
import type { GridSetting } from "../editor/grid-columns"
import { GridHead } from "../editor/grid-head"
import type { PriceChart, PriceChartRow } from "../types"

const CELL =
  "bg-ui-bg-base txt-compact-small text-ui-fg-subtle border-ui-border-base h-10 border-b px-1 group-last:border-b-0"

/** The rows as they are sold by. It scrolls by itself, so that the keyboard must be able to reach it. */
export function FrozenRows({ version, setting }: { version: PriceChart; setting: GridSetting }) {
  const t = useText()
  const title = t("charts.grid.title", { version: version.version })
  return (
    <div
      role="region"
      aria-label={title}
      tabIndex={0}
      className="focus-visible:shadow-borders-focus isolate max-h-[70vh] overflow-auto outline-none"
    >
      <table className="w-full border-separate border-spacing-0" aria-label={title}>
        <GridHead setting={setting} isEdited={false} />
        <tbody>
          {version.rows.map((row) => (
            <FrozenRow key={row.id} row={row} setting={setting} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const FrozenRow = memo(function FrozenRow({ row, setting }: { row: PriceChartRow; setting: GridSetting }) {
  const t = useText()
  const { classifications, currency_codes, isShared } = setting
  const { classification_id } = row
  const classification =
    classification_id === null
      ? t("charts.grid.any")
      : (classifications.find(({ id }) => id === classification_id)?.name ?? t("charts.grid.gone"))
  return (
    <tr className="group">
      <th
        scope="row"
        className={clx(CELL, "sticky left-0 z-[1] w-14 min-w-14 pl-2 text-left font-normal tabular-nums")}
      >
        {rowNumber(row)}
      </th>
      <td className={clx(CELL, "text-ui-fg-base sticky left-14 z-[1] w-full min-w-[150px] break-words py-2")}>
        {rowLabel(row, row.position)}
      </td>
      <td className={clx(CELL, "min-w-[110px] max-w-[200px] truncate")} title={classification}>
        {classification}
      </td>
      <td className={CELL}>
        <Ages classification_id={classification_id} classifications={classifications} />
      </td>
      {isShared && <YesNo isYes={row.required} />}
      {isShared && <YesNo isYes={row.unlimited} />}
      {currency_codes.map((code) => (
        <Price key={code} row={row} code={code} />
      ))}
      <td className={clx(CELL, "pl-3 pr-4 text-right tabular-nums")}>
        {row.tax_rate ?? t("charts.grid.taxBlank")}
      </td>
    </tr>
  )
})

function YesNo({ isYes }: { isYes: boolean }) {
  const t = useText()
  return (
    <td className={clx(CELL, "text-center", { "text-ui-fg-base": isYes })}>
      {isYes ? t("charts.grid.yes") : t("none")}
    </td>
  )
}

/** A currency in which the plan began to sell only later has no price here; the version does not sell in it. */
function Price({ row, code }: { row: PriceChartRow; code: string }) {
  const t = useText()
  const format = useFormat()
  const price = row.prices.find(({ currency_code }) => currency_code.toLowerCase() === code.toLowerCase())
  return (
    <td className={clx(CELL, "text-ui-fg-base whitespace-nowrap pl-3 text-right tabular-nums")}>
      {price ? (
        format.money(price.amount, code)
      ) : (
        <span className="text-ui-fg-subtle">{t("charts.grid.noPrice")}</span>
      )}
    </td>
  )
}
