import { clx, Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../text/use-text"
import { columnName, type GridSetting } from "./grid-columns"

/** Sticks to the top of the grid, as the first two columns stick to its left. */
const HEAD =
  "bg-ui-bg-subtle txt-compact-xsmall-plus text-ui-fg-subtle sticky top-0 z-[2] border-b px-1 py-2 text-left align-bottom"

/** The heads of the columns, the same over rows that are edited and rows that never change again. */
export function GridHead({ setting, isEdited }: { setting: GridSetting; isEdited: boolean }) {
  const t = useText()
  const isShared = setting.isShared
  return (
    <thead>
      <tr>
        <th scope="col" className={clx(HEAD, "left-0 z-[3] pl-2")}>
          {t("charts.grid.position")}
        </th>
        <Head name="label" hint={t("charts.grid.labelHint")} className="left-14 z-[3]" />
        <Head name="classification_id" />
        <th scope="col" className={HEAD}>
          {t("charts.grid.ages")}
        </th>
        {isShared && <Head name="required" hint={t("charts.grid.requiredHint")} className="text-center" />}
        {isShared && <Head name="unlimited" hint={t("charts.grid.unlimitedHint")} className="text-center" />}
        {setting.currency_codes.map((code) => (
          <Head key={code} name={`prices.${code}`} className="whitespace-nowrap text-right" />
        ))}
        <Head
          name="tax_rate"
          hint={t("charts.grid.taxHint")}
          className={clx("text-right", { "pr-4": !isEdited })}
        />
        {isEdited && (
          <th scope="col" className={clx(HEAD, "right-0 z-[3] pr-2")}>
            <span className="sr-only">{t("charts.grid.actions")}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

/** The hint is read out with the head; whoever points at it sees it. */
function Head({ name, hint, className }: { name: string; hint?: string; className?: string }) {
  const t = useText()
  const text: ReactNode = columnName(name, t)
  return (
    <th scope="col" className={clx(HEAD, className)}>
      {hint ? (
        <Tooltip content={hint}>
          <span className="decoration-ui-border-strong cursor-help underline decoration-dotted underline-offset-2">
            {text}
          </span>
        </Tooltip>
      ) : (
        text
      )}
    </th>
  )
}
