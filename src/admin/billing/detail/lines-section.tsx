import { SectionRow } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { WithHint } from "../../memberships/detail/lines"
import { Section } from "../../parts/section"
import type { ChargeDetail, ChargeLine } from "../types"
import { useWords } from "../use-words"
import { lineHints, lineTitle } from "./line-text"

/** How the amount comes about: each seat with the row that priced it, what was taken off, and its tax (MONEY-3). */
export function LinesSection({ charge }: { charge: ChargeDetail }) {
  const words = useWords()
  const { t } = words
  return (
    <Section title={t("billing.detail.lines")}>
      {/* The dashboard's rows do not break a long word of a label by themselves. */}
      <div className="divide-y [overflow-wrap:anywhere]">
        {charge.lines.map((line) => (
          <Line key={line.key} line={line} isAlone={isAlone(line, charge.lines)} charge={charge} />
        ))}
      </div>
      <Sums charge={charge} />
    </Section>
  )
}

const isAlone = ({ kind, label }: ChargeLine, lines: ChargeLine[]) =>
  lines.filter((each) => each.kind === kind && each.label === label).length === 1

interface LineProps {
  line: ChargeLine
  /** No other seat has its name. */
  isAlone: boolean
  charge: ChargeDetail
}

function Line({ line, isAlone: alone, charge: { currency_code, membership } }: LineProps) {
  const words = useWords()
  const hints = lineHints(line, { currency_code, time_zone: membership.time_zone }, words)
  const amount = words.format.money(line.amount, currency_code)
  return (
    <SectionRow
      title={lineTitle(line, alone, words)}
      value={hints.length > 0 ? <WithHint hint={hints.join(" · ")}>{amount}</WithHint> : amount}
    />
  )
}

function Sums({ charge }: { charge: ChargeDetail }) {
  const { t, format } = useWords()
  const { subtotal, discount_total, tax_total, total, is_tax_inclusive, currency_code } = charge
  const money = (amount: number | string) => format.money(amount, currency_code)
  const tax = t(is_tax_inclusive ? "billing.detail.taxIncluded" : "billing.detail.tax")
  return (
    <>
      <SectionRow title={t("billing.detail.subtotal")} value={money(subtotal)} />
      {Number(discount_total) > 0 && (
        <SectionRow title={t("billing.detail.discount")} value={`−${money(discount_total)}`} />
      )}
      <SectionRow
        title={tax}
        value={tax_total === null ? t("billing.detail.unknownTotal") : money(tax_total)}
      />
      <SectionRow
        title={t("billing.detail.total")}
        value={
          <Text size="small" leading="compact" weight="plus">
            {total === null ? t("billing.detail.unknownTotal") : money(total)}
          </Text>
        }
      />
    </>
  )
}
