import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { SeatOptions } from "../types"

/** What the plan allows of holds, in a few words each; staff may go past it with a reason (HOLD-6). */
export function useHoldRules({ hold }: SeatOptions): string[] {
  const t = useText()
  const format = useFormat()
  if (!hold.allowed) return [t("seating.hold.rule.none")]
  const { earliest_on, min_days, max_days, max_days_a_year } = hold
  return [
    t("seating.hold.rule.earliest", { date: format.day(earliest_on) }),
    ...(min_days === null ? [] : [t("seating.hold.rule.min", { count: min_days })]),
    ...(max_days === null ? [] : [t("seating.hold.rule.max", { count: max_days })]),
    ...(max_days_a_year === null ? [] : [t("seating.hold.rule.year", { count: max_days_a_year })]),
  ]
}
