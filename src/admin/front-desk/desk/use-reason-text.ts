import { useMemo } from "react"
import { useFormat, type Format } from "../../text/use-format"
import { type Text, type TextKey, useText } from "../../text/use-text"
import type { Reason } from "./types"

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
const WEEKDAY = new RegExp(WEEKDAYS.join("|"), "g")

/** "Monday–Friday 09:00–16:00" as the server writes it, with the reader's names of days and times. */
const windowsText = (windows: string, format: Format) =>
  windows
    .replace(WEEKDAY, (day) => format.weekday(WEEKDAYS.indexOf(day) + 1))
    .replace(/\d{2}:\d{2}/g, (time) => format.timeOfDay(time))

/** What each refusal knows beside its code (`src/domain/access/reasons.ts`). */
interface Facts {
  waits_for?: string
  starts_on?: string
  last_day_on?: string
  resumes_on?: string | null
  classification?: string
  fits?: readonly string[]
  service?: string
  why?: "too_young" | "too_old" | "age_unknown" | "not_here" | "archived" | "plan" | "members_only"
  of?: "plan" | "service" | "location"
  windows?: string
  count?: number
  per?: "day" | "week" | "period"
  wanted?: number
  left?: number
  unpaid?: boolean
  per_period?: number
  at?: string
  minutes?: number
}

/** The sentence of a refusal, from its code and its facts: the server's own sentence is English only (ACCESS-2). */
function sentence({ code, details }: Reason, t: Text, format: Format, zone: string): string {
  const facts = details as Facts
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`frontDesk.desk.reasons.${key}` as TextKey, values)
  switch (code) {
    case "not_started":
      return facts.starts_on ? say("not_started", { date: format.day(facts.starts_on) }) : say("not_paid")
    case "ended":
      return say("ended", { date: format.day(facts.last_day_on ?? "") })
    case "on_hold":
      return facts.resumes_on
        ? say("on_hold", { date: format.lastDay(facts.resumes_on) })
        : say("on_hold_open")
    case "aged_out":
      return say(facts.why ?? code, { classification: facts.classification ?? "" })
    case "proof_expired":
      return say(code, { classification: facts.classification ?? "" })
    case "service_not_included":
      return say(`service_${facts.why ?? "plan"}`, { service: facts.service ?? "" })
    case "outside_time_window":
      return say(`outside_${facts.of ?? "plan"}`, { windows: windowsText(facts.windows ?? "", format) })
    case "visit_limit_reached":
      return say(`limit_${facts.per ?? "period"}`, { count: facts.count ?? 0 })
    case "no_credits":
      return [
        facts.left ? say("few_credits", { count: facts.wanted ?? 1, left: facts.left }) : say("no_credits"),
        ...(facts.unpaid ? [say("next_credits_unpaid")] : []),
      ].join(" ")
    case "no_guest_pass":
      return facts.per_period ? say("no_guest_pass", { count: facts.per_period }) : say("no_guest_passes")
    case "already_checked_in":
      return say(code, { time: format.clock(facts.at ?? "", zone), minutes: facts.minutes ?? 0 })
    default:
      return say(code)
  }
}

/** What to do about it (ACCESS-7). */
function nextStep({ code, next_step, details }: Reason, t: Text): string | null {
  if (next_step === "nothing") return null
  const { fits = [], why } = details as Facts
  if (next_step === "move_seat") {
    if (fits.length === 0) return t("frontDesk.desk.steps.no_seat")
    const names = fits.map((name) => (name === "anybody" ? t("frontDesk.desk.anybody") : name))
    const step = why === "too_young" || why === "too_old" ? why : "move_seat"
    return t(`frontDesk.desk.steps.${step}`, { classification: names.join(` ${t("frontDesk.desk.or")} `) })
  }
  if (code === "no_guest_pass") return t("frontDesk.desk.steps.sell_guest")
  return t(`frontDesk.desk.steps.${next_step}`)
}

/** @param zone of the desk's location */
export function useReasonText(zone: string) {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => ({
      sentence: (reason: Reason) => sentence(reason, t, format, zone),
      nextStep: (reason: Reason) => nextStep(reason, t),
    }),
    [t, format, zone]
  )
}
