import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { MembershipRow } from "../types"

type TermDates = Pick<MembershipRow, "starts_on" | "ends_on" | "must_start_by_on">

/** When it is valid, and the last day of it (TERM-6). */
export function termLines({ starts_on, ends_on, must_start_by_on }: TermDates, format: Format, t: Text): string[] {
  if (!starts_on) {
    return [must_start_by_on ? t("term.startBy", { date: format.day(must_start_by_on) }) : t("term.fromFirstVisit")]
  }
  const from = format.day(starts_on)
  if (!ends_on) return [t("term.since", { from }), t("term.noEnd")]
  const date = format.lastDay(ends_on)
  return [t("term.since", { from }), t("term.lastDay", { date })]
}
