import { SectionRow } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { WithHint } from "../../memberships/detail/lines"
import { Section } from "../../parts/section"
import type { Words } from "../charge-text"
import type { ChargeDetail, ChargeLine } from "../types"
import { useWords } from "../use-words"

/** How the amount comes about: each seat with the row that priced it, what was taken off, and its tax (MONEY-3). */
export function LinesSection({ charge }: { charge: ChargeDetail }) {
  const words = useWords()
  const { t } = words
  return (
    <Section title={t("billing.detail.lines")}>
      {/* The dashboard's rows do not break a long word of a label by themselves. */}
      <div className="divide-y [overflow-wrap:anywhere]">
        {charge.lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            isAlone={isAlone(line, charge.lines)}
            currency={charge.currency_code}
          />
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
  currency: string
}

function Line({ line, isAlone: alone, currency }: LineProps) {
  const words = useWords()
  const { t, format } = words
  const name = alone ? line.label : t("billing.detail.line", { label: line.label, sequence: line.sequence })
  const hints = hintsOf(line, currency, words)
  const amount = format.money(line.amount, currency)
  return (
    <SectionRow
      title={line.kind === "hold_fee" ? `${name}: ${t("billing.detail.holdFee")}` : name}
      value={hints.length > 0 ? <WithHint hint={hints.join(" · ")}>{amount}</WithHint> : amount}
    />
  )
}

function hintsOf(line: ChargeLine, currency: string, { t, format }: Words): string[] {
  const { row_position: row, repriced_from_row: own, prorated, discounts, taxes } = line
  const priced =
    row === null
      ? []
      : [own === null ? t("billing.detail.row", { row }) : t("billing.detail.repriced", { row, own })]
  const part = prorated
    ? [
        t("billing.detail.prorated", {
          ...{ count: prorated.days, of: prorated.of_days },
          price: format.money(prorated.full_price, currency),
        }),
      ]
    : []
  const off = discounts.map(({ code, amount }) => {
    const money = format.money(amount, currency)
    return code === null
      ? t("billing.detail.discountPlain", { amount: money })
      : t("billing.detail.discountOf", { amount: money, code })
  })
  const taxed = (taxes ?? []).map(({ name, rate }) =>
    t("billing.detail.taxOf", { name, rate: format.percent(rate / 100) })
  )
  return [...priced, ...part, ...off, ...taxed]
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
