import { SectionRow } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { MigrationTotal, PriceMigration } from "../queries/moves"
import { useDifference } from "./use-difference"

/** What all together pay now and would pay, who stays, and who is told. */
export function PreviewTotals({ migration }: { migration: PriceMigration }) {
  const t = useText()
  const { totals, refused_count, waiting_count } = migration
  return (
    <>
      {totals.length === 0 && <SectionRow title={t("moves.table.moves")} value={t("moves.total.nobody")} />}
      {totals.map((total) => (
        <SectionRow
          key={total.currency_code}
          title={t("moves.total.title", { currency: total.currency_code.toUpperCase() })}
          value={<Total total={total} />}
        />
      ))}
      {waiting_count > 0 && (
        <SectionRow
          title={t("moves.total.waiting")}
          value={t("moves.total.waitingDetail", { count: waiting_count })}
        />
      )}
      {refused_count > 0 && (
        <SectionRow
          title={t("moves.total.refused")}
          value={t("moves.total.refusedDetail", { count: refused_count })}
        />
      )}
      <SectionRow title={t("moves.total.notice")} value={t("moves.total.noticeDetail")} />
    </>
  )
}

function Total({ total: { currency_code, memberships: count, now, then } }: { total: MigrationTotal }) {
  const t = useText()
  const format = useFormat()
  const difference = useDifference()
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" leading="compact" weight="plus" className="tabular-nums">
        {t("moves.total.nowThen", {
          now: format.money(now, currency_code),
          then: format.money(then, currency_code),
        })}
      </Text>
      <Text size="small" leading="compact" className="tabular-nums">
        {[t("moves.total.memberships", { count }), difference({ now, then, currency_code })].join(" · ")}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
        {t("moves.total.hint")}
      </Text>
    </div>
  )
}
