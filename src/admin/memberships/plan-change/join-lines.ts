import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { Join } from "../queries/join"

/** What a change to a seat of a shared membership does, in sentences: where, what it costs, what becomes of what was paid. */
export function joinLines(join: Join, { t, format }: { t: Text; format: Format }): string[] {
  const { charge, credit, days_lost, currency_code, when, seat, refundable } = join
  const money = (amount: number) => format.money(amount, currency_code)
  const place = t("planChange.join.place", {
    number: join.joins.display_id,
    plan: join.plan.name,
    seat: seat.label,
  })
  return [
    t("planChange.join.line.takes", { place, date: format.day(join.changes_on) }),
    t("planChange.join.line.ends"),
    seat.is_paid_for
      ? t("planChange.join.line.paidFor")
      : t("planChange.join.line.full", {
          date: format.lastDay(charge.until_on),
          amount: money(charge.amount),
        }),
    ...(credit && credit.amount > 0 && refundable === 0
      ? [t("planChange.line.credit", { count: credit.days, amount: money(credit.amount) })]
      : []),
    ...(refundable > 0 ? [t("planChange.join.line.refundable", { amount: money(refundable) })] : []),
    ...(days_lost > 0 ? [t("planChange.line.lost", { count: days_lost })] : []),
    ...(join.revokes_credits ? [t("planChange.line.revokes")] : []),
    dueLine(join.total ?? 0),
    ...(join.carried > 0 ? [t("planChange.line.carried", { amount: money(join.carried) })] : []),
  ]

  function dueLine(total: number): string {
    if (total === 0) return t("planChange.line.nothing")
    return t(when === "now" ? "planChange.line.dueNow" : "planChange.join.line.dueThen", {
      amount: money(total),
    })
  }
}
