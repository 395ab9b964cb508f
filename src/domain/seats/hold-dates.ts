import { addDays, compareDates, daysBetween } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { HoldDates } from "./types"

/** A hold without a resume date ends later than any that has one. */
export function compareResumes(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareDates(a, b)
}

/** Whether the seat is on hold on a day: the first day on hold is, the first day back is not (TIME-2). */
export function isHeldOn({ starts_on, resumes_on }: HoldDates, date: CalendarDate): boolean {
  return compareDates(starts_on, date) <= 0 && (resumes_on === null || compareDates(date, resumes_on) < 0)
}

export function overlap(a: HoldDates, b: HoldDates): boolean {
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a)
}

/** Overlapping, or one ends on the day on which the other begins: together they are one pause. */
export function overlapOrTouch(a: HoldDates, b: HoldDates): boolean {
  return overlap(a, b) || a.resumes_on === b.starts_on || b.resumes_on === a.starts_on
}

/** The one pause that holds all of them. */
export function unite(first: HoldDates, others: readonly HoldDates[]): HoldDates {
  return others.reduce<HoldDates>(
    (all, { starts_on, resumes_on }) => ({
      starts_on: compareDates(starts_on, all.starts_on) < 0 ? starts_on : all.starts_on,
      resumes_on: compareResumes(resumes_on, all.resumes_on) > 0 ? resumes_on : all.resumes_on,
    }),
    { starts_on: first.starts_on, resumes_on: first.resumes_on }
  )
}

/** What is left of a hold before a day; null when nothing is. */
export function before<Hold extends HoldDates>(hold: Hold, date: CalendarDate): Hold | null {
  if (compareDates(hold.starts_on, date) >= 0) return null
  return compareResumes(hold.resumes_on, date) > 0 ? { ...hold, resumes_on: date } : hold
}

/** How many days a hold takes; null while nobody knows when it ends. */
export function heldDays({ starts_on, resumes_on }: HoldDates): number | null {
  return resumes_on === null ? null : daysBetween({ from: starts_on, to: resumes_on })
}

/** How many days of a calendar year the holds take. One without an end takes the rest of the year. */
export function heldDaysInYear(holds: readonly HoldDates[], year: number): number {
  const from = isoYear(year)
  const to = isoYear(year + 1)
  return holds.reduce((sum, hold) => {
    const starts = compareDates(hold.starts_on, from) > 0 ? hold.starts_on : from
    const ends = compareResumes(hold.resumes_on, to) < 0 ? hold.resumes_on! : to
    return sum + Math.max(0, daysBetween({ from: starts, to: ends }))
  }, 0)
}

/** The calendar years in which a hold has a day; for one without an end, that of its start. */
export function yearsOf({ starts_on, resumes_on }: HoldDates): number[] {
  const first = yearOf(starts_on)
  const last = resumes_on === null ? first : yearOf(addDays(resumes_on, -1))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

const yearOf = (date: CalendarDate) => Number(date.slice(0, 4))
const isoYear = (year: number): CalendarDate => `${String(year).padStart(4, "0")}-01-01`

function startsBeforeEnd(a: HoldDates, b: HoldDates): boolean {
  return b.resumes_on === null || compareDates(a.starts_on, b.resumes_on) < 0
}
