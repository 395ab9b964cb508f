import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { PlanChange } from "../queries/plan-change"

const DUE = {
  now: "planChange.line.dueNow",
  renewal: "planChange.line.dueRenewal",
  end: "planChange.line.dueEnd",
} as const

/** What a change of plan does, in sentences: from when, what it costs, what counts towards it, what is charged. */
export function changeLines(change: PlanChange, { t, format }: { t: Text; format: Format }): string[] {
  const { charge, credit, days_lost, currency_code, when } = change
  const money = (amount: number) => format.money(amount, currency_code)
  const date = format.lastDay(charge.until_on)
  const isWhole = charge.days === charge.of_days
  return [
    t("planChange.line.from", { plan: change.plan.name, date: format.day(change.changes_on) }),
    isWhole
      ? t("planChange.line.full", { date, amount: money(charge.amount) })
      : t("planChange.line.part", {
          count: charge.days,
          of_days: charge.of_days,
          date,
          amount: money(charge.amount),
        }),
    ...(credit && credit.amount > 0
      ? [t("planChange.line.credit", { count: credit.days, amount: money(credit.amount) })]
      : []),
    ...(when === "end" ? [t("planChange.line.usedUp")] : []),
    ...(days_lost > 0 ? [t("planChange.line.lost", { count: days_lost })] : []),
    ...(change.revokes_credits ? [t("planChange.line.revokes")] : []),
    dueLine(change.total ?? 0),
    ...(change.carried > 0 ? [t("planChange.line.carried", { amount: money(change.carried) })] : []),
  ]

  function dueLine(total: number): string {
    if (total === 0 && when === "now") return t("planChange.line.nothing")
    return t(DUE[when], { amount: money(total) })
  }
}
