import { ApiError } from "../../platform/api-error"
import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import { en } from "../../i18n/english"
import type { SeatAssignment, SeatOptions } from "../types"

/** Whether staff may go past it when they say why (HOLD-4, HOLD-6, CANCEL-4); nobody goes past the term. */
export function isPolicy(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  const { code, details } = error
  return (
    code === "cancel_before_notice" ||
    (code === "hold_not_allowed" && ("violations" in details || details.field === "reason"))
  )
}

/** Whether nothing is missing but a reason. */
export const lacksReason = (error: unknown): boolean =>
  error instanceof ApiError && error.code === "reason_required"

export interface SeatMisfit {
  seat_id: string
  member_id: string
  reason: string
}

export const misfitsOf = (error: unknown): SeatMisfit[] =>
  error instanceof ApiError && error.code === "classification_not_met"
    ? ((error.details.people as SeatMisfit[] | undefined) ?? [])
    : []

type KnownMisfit = keyof typeof en.seating.misfit
export function misfitText(reason: string, t: Text): string {
  return t(`seating.misfit.${reason in en.seating.misfit ? (reason as KnownMisfit) : "other"}`)
}

export interface WaysOut {
  reorders: SeatAssignment[][]
  is_complete: boolean
}

/** How somebody comes out of a required seat (SEAT-6); null where the refusal is another one. */
export function waysOutOf(error: unknown): WaysOut | null {
  if (!(error instanceof ApiError) || error.code !== "seat_required") return null
  const { reorders = [], is_complete = true } = (error.details.ways_out ?? {}) as Partial<WaysOut>
  return { reorders, is_complete }
}

type ViolationCode = keyof typeof VIOLATIONS

const VIOLATIONS = {
  holds_not_offered: (_, __, t) => t("seating.violation.holds_not_offered"),
  dues_open: (_, __, t) => t("seating.violation.dues_open"),
  back_dated: (_, __, t) => t("seating.violation.back_dated"),
  notice_too_short: ({ earliest_on }, format, t) =>
    t("seating.violation.notice_too_short", { date: format.day(earliest_on) }),
  too_short: ({ min_days }, _, t) => t("seating.violation.too_short", { count: min_days ?? 0 }),
  too_long: ({ max_days }, _, t) => t("seating.violation.too_long", { count: max_days ?? 0 }),
  too_many_days_a_year: ({ max_days_a_year }, _, t) =>
    t("seating.violation.too_many_days_a_year", { count: max_days_a_year ?? 0 }),
} satisfies Record<string, (hold: SeatOptions["hold"], format: Format, t: Text) => string>

/** Days that a refused date is told with, in the order in which they are looked for. */
const DATES = {
  earliest_on: (day, format, t) => t("seating.date.earliest", { date: format.day(day) }),
  ends_on: (day, format, t) => t("seating.date.ends", { date: format.lastDay(day) }),
  outside_on: (day, format, t) => t("seating.date.outside", { date: format.day(day) }),
  after_on: (day, format, t, field) =>
    // The form of the term asks for its last day, the server for the first one without it.
    field === "ends_on"
      ? t("seating.date.longer", { date: format.lastDay(day) })
      : t("seating.date.after", { date: format.day(day) }),
} satisfies Record<string, (day: string, format: Format, t: Text, field: unknown) => string>

function dateLine({ details }: ApiError, format: Format, t: Text): string | null {
  const name = (Object.keys(DATES) as (keyof typeof DATES)[]).find(
    (each) => typeof details[each] === "string"
  )
  return name ? DATES[name](details[name] as string, format, t, details.field) : null
}

/** What staff went past, as the history tells it (HOLD-6). */
export function overriddenText(codes: readonly string[], t: Text): string {
  const limits = codes.map((code) =>
    code in VIOLATIONS ? t(`seating.overridden.${code as ViolationCode}`) : code
  )
  return t("seating.overridden.limits", { limits: limits.join(" · ") })
}

interface RefusalWords {
  options: SeatOptions
  format: Format
  t: Text
  /** What a code means where nothing more exact can be said. */
  errorText: (error: unknown) => string
}

/** Why the server says no, a sentence for each reason, with dates as people write them. */
export function refusalLines(error: unknown, { options, format, t, errorText }: RefusalWords): string[] {
  if (!(error instanceof ApiError)) return [errorText(error)]
  const { earliest_on, violations } = error.details as {
    earliest_on?: string
    violations?: { code: string; message: string }[]
  }
  if (error.code === "cancel_before_notice" && earliest_on)
    return [t("seating.preview.earliest", { date: format.day(earliest_on) })]
  if (error.code === "date_invalid") return [dateLine(error, format, t) ?? errorText(error)]
  if (error.code !== "hold_not_allowed" || !violations) return [errorText(error)]
  return violations.map(({ code, message }) =>
    code in VIOLATIONS ? VIOLATIONS[code as ViolationCode](options.hold, format, t) : message
  )
}
