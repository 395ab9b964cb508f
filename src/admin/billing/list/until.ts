import { addDays, startOfLocalDay } from "../../../domain/time/calendar"
import type { ChargeNumbers } from "../types"

const SECOND_MS = 1000

/** The last second of the studio's day that is so many days after today. */
export function endOfDay(
  { today, time_zone }: Pick<ChargeNumbers, "today" | "time_zone">,
  days: number
): string {
  const next = startOfLocalDay(addDays(today, days + 1), time_zone)
  return new Date(Date.parse(next) - SECOND_MS).toISOString()
}

export const lastDayOf = ({ today }: Pick<ChargeNumbers, "today">, days: number): string =>
  addDays(today, days)
