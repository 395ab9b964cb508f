import { DomainError } from "../errors"
import type { HoldPolicy } from "../plans/types"
import { assertCalendarDate } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatEffect } from "./effects"
import { type HoldViolation, holdViolations } from "./hold-policy"
import { isLive, liveSeat, liveSeats } from "./live-seats"
import { assertHoldInTerm, type Meeting, type PlacedHold, placeHold } from "./place-hold"
import type { Asker, HoldDates, HoldKind, Seat, SeatedMembership, SeatHold } from "./types"

export interface HoldSeatsInput {
  readonly membership: SeatedMembership
  /** One seat, or the whole membership (HOLD-2). */
  readonly seat_id: string | null
  readonly dates: HoldDates
  /** Only staff give a payment holiday (HOLD-4). */
  readonly kind: HoldKind
  readonly policy: HoldPolicy
  /** For each seat, in the currency's smallest unit; null takes the policy's, which the caller knows (HOLD-3). */
  readonly fee_minor: number
  /** At the membership's location. */
  readonly today: CalendarDate
  readonly dues_settled: boolean
  readonly asker: Asker
  /** Staff: one pause over those that overlap or touch. */
  readonly merge: boolean
}

export interface SeatHoldChange {
  readonly seat_id: string
  readonly dates: HoldDates
  /** Ids of the holds that this one stands for. */
  readonly replaced_ids: readonly string[]
  /** The one of them as which it goes on, so that its fee is charged once (HOLD-3); null is a new hold. */
  readonly continues: SeatHold | null
  readonly fee_minor: number
}

export interface HoldSeatsPlan {
  readonly changes: readonly SeatHoldChange[]
  readonly effects: readonly SeatEffect[]
  /** What staff went past, with their reason in the history (HOLD-6). */
  readonly overridden: readonly HoldViolation[]
}

/**
 * Puts a seat, or every live seat, on hold (HOLD-1…8).
 * @throws DomainError `hold_not_allowed` (details.violations), `hold_overlaps`, `already_canceled`, `date_invalid`,
 *   `not_found`
 */
export function holdSeats(input: HoldSeatsInput): HoldSeatsPlan {
  const { membership, dates, policy, fee_minor } = input
  assertKind(input)
  assertCalendarDate(dates.starts_on, "starts_on")
  if (dates.resumes_on !== null) assertCalendarDate(dates.resumes_on, "resumes_on")
  assertHoldInTerm(membership, dates, input.kind === "hold" ? policy.effect : "skip_dues")
  const placed = seatsToHold(input).map((seat) => ({
    seat,
    hold: placeHold(seat, { ...dates, kind: input.kind }, meetingOf(input)),
  }))
  const overridden = assertAllowed(input, placed)
  const changes = placed.map(({ seat, hold }) => ({
    seat_id: seat.id,
    dates: hold.dates,
    replaced_ids: hold.replaced.map(({ id }) => id),
    continues: continued(hold),
    fee_minor: continued(hold)?.is_fee_charged ? continued(hold)!.fee_minor : fee_minor,
  }))
  return { changes, overridden, effects: effectsOf(placed, fee_minor) }
}

function assertKind({ kind, asker }: HoldSeatsInput): void {
  if (kind === "hold" || (asker.type === "staff" && asker.reason)) return
  const message = "A payment holiday is given by staff, with a reason."
  throw new DomainError("hold_not_allowed", message, { field: "reason" })
}

/** Whose fee was charged, or else would be first. */
const continued = ({ replaced }: PlacedHold): SeatHold | null =>
  replaced.find(({ is_fee_charged }) => is_fee_charged) ?? replaced[0] ?? null

type Placed = readonly { readonly seat: Seat; readonly hold: PlacedHold }[]

/** Those that have ended by the first day on hold are left out of a hold of the whole (HOLD-2). */
function seatsToHold({ membership, seat_id, dates, today }: HoldSeatsInput): Seat[] {
  if (seat_id !== null) return [liveSeat(membership, seat_id, today)]
  const seats = liveSeats(membership, today).filter((seat) => isLive(seat, dates.starts_on))
  if (seats.length > 0) return seats
  throw new DomainError("already_canceled", "Every seat of this membership has ended by then.", {
    field: "starts_on",
  })
}

function meetingOf({ seat_id, merge, asker }: HoldSeatsInput): Meeting {
  if (seat_id === null) return "take_resume_date"
  return merge && asker.type === "staff" ? "merge" : "refuse"
}

function assertAllowed({ asker, ...facts }: HoldSeatsInput, placed: Placed): HoldViolation[] {
  const all = placed.flatMap(({ seat, hold }) =>
    holdViolations({
      ...facts,
      dates: hold.dates,
      asked_on: facts.dates.starts_on,
      others: othersOf(seat, hold),
    })
  )
  const violations = [...new Map(all.map((violation) => [violation.code, violation])).values()]
  const [first] = violations
  if (!first || (asker.type === "staff" && asker.reason)) return violations
  const how = asker.type === "staff" ? " Give a reason to do it all the same." : ""
  throw new DomainError("hold_not_allowed", first.message + how, { violations })
}

const othersOf = (seat: Seat, { replaced }: PlacedHold) =>
  seat.holds.filter((hold) => !replaced.includes(hold))

function effectsOf(placed: Placed, fee_minor: number): SeatEffect[] {
  const of_seats = placed.flatMap(({ seat: { id: seat_id, cancellation }, hold }): SeatEffect[] => [
    { code: "seat_on_hold", seat_id, ...hold.dates },
    ...hold.replaced.map(({ starts_on, resumes_on }) => ({
      code: "hold_replaced" as const,
      seat_id,
      starts_on,
      resumes_on,
    })),
    ...(hold.ends_with_seat && cancellation
      ? [{ code: "hold_ends_with_seat" as const, seat_id, canceled_on: cancellation.canceled_on }]
      : []),
  ])
  const seats = placed.filter(({ hold }) => !continued(hold)?.is_fee_charged).length
  const fee: SeatEffect[] =
    fee_minor > 0 && seats > 0 ? [{ code: "hold_fee", seats, total_minor: fee_minor * seats }] : []
  return [...of_seats, ...fee]
}
