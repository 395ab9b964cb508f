import type { Words } from "../charge-text"
import type { ChargeLine } from "../types"

/** A line that is no seat's dues says what it is for. */
const FEES = { hold_fee: "billing.detail.holdFee", fine: "billing.detail.fine" } as const

/** Whose seat it is. @param isAlone no other line has its name */
export function lineTitle({ kind, label, sequence }: ChargeLine, isAlone: boolean, { t }: Words): string {
  const name = isAlone ? label : t("billing.detail.line", { label, sequence })
  return kind === "seat" ? name : `${name}: ${t(FEES[kind])}`
}

/** How its amount comes about: what it is for or the row that priced it, what was taken off, and its tax (MONEY-3). */
export function lineHints(
  line: ChargeLine,
  { currency_code, time_zone }: { currency_code: string; time_zone: string },
  { t, format }: Words
): string[] {
  const { row_position: row, repriced_from_row: own, visit, prorated, discounts, taxes } = line
  const visited = visit
    ? [
        t("billing.detail.visit", {
          service: visit.service_name,
          time: format.moment(visit.starts_at, time_zone),
        }),
      ]
    : []
  const priced =
    row === null
      ? []
      : [own === null ? t("billing.detail.row", { row }) : t("billing.detail.repriced", { row, own })]
  const part = prorated
    ? [
        t("billing.detail.prorated", {
          ...{ count: prorated.days, of: prorated.of_days },
          price: format.money(prorated.full_price, currency_code),
        }),
      ]
    : []
  const off = discounts.map(({ code, amount }) => {
    const money = format.money(amount, currency_code)
    return code === null
      ? t("billing.detail.discountPlain", { amount: money })
      : t("billing.detail.discountOf", { amount: money, code })
  })
  const taxed = (taxes ?? []).map(({ name, rate }) =>
    t("billing.detail.taxOf", { name, rate: format.percent(rate / 100) })
  )
  return [...visited, ...priced, ...part, ...off, ...taxed]
}
