import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { MembershipRow } from "../types"

type TermDates = Pick<MembershipRow, "starts_on" | "ends_on" | "must_start_by_on"> & {
  /** Left out where it makes no difference whether holds have moved the end. */
  sold_ends_on?: string | null
  /** Where it joined the common billing day (BILL-7). */
  anchor_on?: string | null
}

/** When it is valid, and the last day of it (TERM-6). */
export function termLines(term: TermDates, format: Format, t: Text): string[] {
  const { starts_on, ends_on, must_start_by_on, sold_ends_on = null, anchor_on = null } = term
  if (!starts_on) {
    return [
      must_start_by_on ? t("term.startBy", { date: format.day(must_start_by_on) }) : t("term.fromFirstVisit"),
    ]
  }
  const from = format.day(starts_on)
  const moved =
    sold_ends_on === null || sold_ends_on === ends_on
      ? []
      : [t("term.moved", { date: format.lastDay(sold_ends_on) })]
  const joined = anchor_on === null ? [] : [t("term.billingDay", { day: Number(anchor_on.slice(8)) })]
  if (!ends_on) return [t("term.since", { from }), t("term.noEnd"), ...moved, ...joined]
  const date = format.lastDay(ends_on)
  return [t("term.since", { from }), t("term.lastDay", { date }), ...moved, ...joined]
}
