import { lastDayOf } from "../memberships/term"
import type { AgeReason } from "../people/qualification"
import type { CalendarDate } from "../time/types"
import { ACCESS_CODES, type AccessCode, type AccessReason, type NextStep } from "./types"

/** The order of `ACCESS_CODES`. */
export const severity = (code: AccessCode): number => ACCESS_CODES.indexOf(code)

const reason = (
  code: AccessCode,
  next_step: NextStep,
  message: string,
  details: AccessReason["details"] = {}
): AccessReason => ({ code, message, next_step, details })

/** ACCESS-2: each refusal with its sentence and what to do about it (ACCESS-7). None tells a date of birth (PEOPLE-6). */
export const REASONS = {
  noMembership: () => reason("no_membership", "sell_membership", "There is no membership."),
  notPaid: () =>
    reason("not_started", "record_payment", "It waits for its payment.", { waits_for: "payment" }),
  notStarted: (starts_on: CalendarDate) =>
    reason("not_started", "come_back_later", `It starts on ${starts_on}.`, { starts_on }),
  ended: (ends_on: CalendarDate) =>
    reason("ended", "sell_membership", `It ended. Its last day was ${lastDayOf(ends_on)}.`, {
      last_day_on: lastDayOf(ends_on),
    }),
  suspended: () => reason("suspended", "record_payment", "It is suspended until what is owed has been paid."),
  pastDue: () =>
    reason("past_due", "record_payment", "A payment is overdue, and the days of grace are over."),
  onHold: (resumes_on: CalendarDate | null) =>
    reason(
      "on_hold",
      "end_hold",
      resumes_on === null
        ? "It is on hold until somebody ends the hold."
        : `It is on hold until ${lastDayOf(resumes_on)}.`,
      { resumes_on }
    ),
  seatUnassigned: () =>
    reason("seat_unassigned", "assign_seat", "They hold no seat of it. Assign one first."),
  /** `why` tells somebody who has grown out of a seat from somebody who has yet to grow into it. */
  agedOut: (message: string, details: { why: AgeReason; classification: string; fits: readonly string[] }) =>
    reason(
      "aged_out",
      details.why === "age_unknown" ? "record_date_of_birth" : "move_seat",
      details.why === "age_unknown" || details.fits.length === 0
        ? message
        : `${message} Move to a seat for ${details.fits.join(" or ")}.`,
      details
    ),
  proofExpired: (message: string, classification: string) =>
    reason("proof_expired", "record_proof", message, { classification }),
  locationNotCovered: () =>
    reason("location_not_covered", "choose_location", "It is not valid at this location."),
  serviceElsewhere: (service: string) =>
    reason("service_not_included", "choose_location", `"${service}" is not offered at this location.`, {
      service,
      why: "not_here",
    }),
  serviceArchived: (service: string) =>
    reason("service_not_included", "choose_service", `"${service}" is offered no more.`, {
      service,
      why: "archived",
    }),
  serviceNotIncluded: (service: string) =>
    reason("service_not_included", "choose_service", `"${service}" is not part of it.`, {
      service,
      why: "plan",
    }),
  membersOnly: (service: string) =>
    reason("service_not_included", "choose_service", `"${service}" is for members of other plans only.`, {
      service,
      why: "members_only",
    }),
  generalHours: () =>
    reason("general_hours_prevented", "book_session", "It opens booked sessions only, not open hours."),
  outsideWindow: (of: "plan" | "service" | "location", windows: string) =>
    reason("outside_time_window", "come_back_later", OUTSIDE[of](windows), { of, windows }),
  visitLimit: (count: number, per: "day" | "week" | "period") =>
    reason(
      "visit_limit_reached",
      "come_back_later",
      `${count === 1 ? "The one visit" : `All ${count} visits`} of this ${per} have been made.`,
      { count, per }
    ),
  /** @param unpaid dues are overdue: what would have given further credits has failed (CREDIT-6) */
  noCredits: (wanted: number, left: number, unpaid: boolean) =>
    reason(
      "no_credits",
      unpaid ? "record_payment" : "buy_credits",
      [
        left === 0
          ? "No credits are left for this."
          : `This takes ${wanted} credits, and ${left} are left for it.`,
        ...(unpaid ? ["The payment for the next ones has failed."] : []),
      ].join(" "),
      { wanted, left, unpaid }
    ),
  noGuestPass: (per_period: number) =>
    reason(
      "no_guest_pass",
      "sell_membership",
      per_period === 0
        ? "It comes without guest passes."
        : `All ${per_period} guest passes of this period are used.`,
      { per_period }
    ),
  alreadyCheckedIn: (at: string, minutes: number) =>
    reason("already_checked_in", "nothing", `They checked in less than ${minutes} minutes ago.`, {
      at,
      minutes,
    }),
} as const

const OUTSIDE = {
  plan: (windows: string) => `It is valid at other times: ${windows}.`,
  service: (windows: string) => `This is open at other times: ${windows}.`,
  location: (windows: string) => `The location is closed. It is open ${windows}.`,
} as const
