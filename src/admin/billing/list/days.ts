import { addDays } from "../../../domain/time/calendar"
import type { ChargeDay, ChargeNumbers, ChargeSum } from "../types"

/** A day of the picture: of all currencies together charges are counted, amounts stand by themselves. */
export interface DayOfCharges {
  day: string
  collected: number
  open: number
  of: ChargeDay[]
}

const countOf = (days: readonly ChargeDay[], which: "collected" | "open") =>
  days.reduce((sum, each) => sum + each[which].charges, 0)

/** Every day of the time that the numbers tell of, also those without a charge. */
export function daysOf({
  since,
  today,
  days,
}: Pick<ChargeNumbers, "since" | "today" | "days">): DayOfCharges[] {
  const all: DayOfCharges[] = []
  for (let day = since; day <= today; day = addDays(day, 1)) {
    const of = days.filter((each) => each.day === day)
    all.push({ day, of, collected: countOf(of, "collected"), open: countOf(of, "open") })
  }
  return all
}

/** The amounts of one day, one for each currency. */
export const amountsOf = (
  of: readonly ChargeDay[],
  which: "collected" | "open"
): (ChargeSum & { currency_code: string })[] =>
  of
    .filter((each) => each[which].charges > 0)
    .map((each) => ({ ...each[which], currency_code: each.currency_code }))
