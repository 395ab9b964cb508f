import { DomainError } from "../errors"

/** One line of a location's opening hours, in local wall-clock time. */
export interface OpeningHours {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[]
  /** `HH:MM` */
  readonly opens: string
  /** `HH:MM`, exclusive; `24:00` is the end of the day. */
  readonly closes: string
}

const OPENS = /^([01]\d|2[0-3]):[0-5]\d$/
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/**
 * Opening hours close after they open, on the same day, and no two of a weekday overlap; where one ends the next may
 * begin (TIME-2). Hours past midnight are two lines.
 * @throws DomainError `opening_hours_invalid`, naming the line
 */
export function validateOpeningHours(hours: readonly OpeningHours[]): readonly OpeningHours[] {
  hours.forEach((line, index) => {
    const valid = line.weekdays.length > 0 && line.weekdays.every((day) => WEEKDAYS.includes(day))
    if (!valid) refuse(index, "weekdays", "Weekdays are numbers from 1, Monday, to 7, Sunday.")
    if (new Set(line.weekdays).size < line.weekdays.length) refuse(index, "weekdays", "Name a weekday once.")
    if (!OPENS.test(line.opens)) refuse(index, "opens", "Write a time as HH:MM.")
    if (line.closes !== "24:00" && !OPENS.test(line.closes)) refuse(index, "closes", "Write a time as HH:MM.")
    if (line.closes <= line.opens) refuse(index, "closes", "The closing time lies after the opening time.")
  })
  hours.forEach((line, index) => {
    const earlier = hours.slice(0, index).find((other) => overlap(other, line))
    if (earlier) {
      refuse(index, "opens", `These hours overlap with ${earlier.opens}–${earlier.closes} of the same day.`)
    }
  })
  return hours
}

function overlap(a: OpeningHours, b: OpeningHours): boolean {
  return a.weekdays.some((day) => b.weekdays.includes(day)) && a.opens < b.closes && b.opens < a.closes
}

function refuse(index: number, part: keyof OpeningHours, message: string): never {
  throw new DomainError("opening_hours_invalid", message, { field: `opening_hours.${index}.${part}` })
}
