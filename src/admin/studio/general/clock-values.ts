import { z } from "zod"
import { atLocalTime } from "../../../domain/time/calendar"
import { advance } from "../../../domain/time/durations"
import type { IntervalValue } from "../../forms/interval-field"
import type { Studio } from "../../platform/studio"
import type { Text } from "../../text/use-text"
import type { ClockChange } from "../queries/clock"

export interface ClockValues {
  how: "advance" | "set"
  by: IntervalValue
  date: string
  time: string
}

type Place = Pick<Studio, "now" | "time_zone">

const LETTERS = { day: "D", week: "W", month: "M", year: "Y" } as const

/** What the server is told; null while what is written makes no sense. */
export function changeOf(
  { how, by, date, time }: ClockValues,
  { now, time_zone }: Place
): ClockChange | null {
  try {
    if (how === "set") return { now: atLocalTime(date, time, time_zone) }
    const duration = `P${by.count}${LETTERS[by.unit]}`
    advance(now, duration, time_zone)
    return { advance: duration }
  } catch {
    return null
  }
}

/** The studio's time after it, as the server will compute it. */
export function timeAfter(values: ClockValues, place: Place): string | null {
  const change = changeOf(values, place)
  if (change === null || "release" in change) return null
  return "now" in change ? change.now : advance(place.now, change.advance, place.time_zone)
}

/** @param place when and where the form was opened: whether a duration leads too far depends on little else */
export const clockSchema = (t: Text, place: Place) =>
  z
    .object({
      how: z.enum(["advance", "set"]),
      by: z.object({ count: z.number().nullable(), unit: z.enum(["day", "week", "month", "year"]) }),
      date: z.string(),
      time: z.string(),
    })
    .superRefine((values, context) => {
      if (changeOf(values, place)) return
      const isAdvance = values.how === "advance"
      context.addIssue({
        code: "custom",
        path: isAdvance ? ["by", "count"] : [values.date ? "time" : "date"],
        message: t(isAdvance ? "studio.clock.durationInvalid" : "studio.clock.timeInvalid"),
      })
    })
