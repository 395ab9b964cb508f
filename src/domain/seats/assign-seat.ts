import { DomainError, type DomainErrorCode } from "../errors"
import { compareDates } from "../time/calendar"
import type { DisqualifiedReason } from "../people/qualification"
import type { SeatEffect } from "./effects"
import { type FitnessFacts, misfit } from "./fitness"
import { liveSeat, liveSeats } from "./live-seats"
import type { Seat, SeatedMembership } from "./types"

/** Somebody who might hold a seat. */
export interface SeatCandidate {
  readonly member_id: string
  /** null has no login, as a child (PEOPLE-2). */
  readonly customer_id: string | null
  readonly household_id: string | null
}

export interface AssignSeatInput extends FitnessFacts {
  readonly membership: SeatedMembership
  readonly seat_id: string
  readonly candidate: SeatCandidate
  /** The purchaser's. */
  readonly household_id: string | null
  /**
   * Who held the seat when the asker looked; an assignment that finds somebody else there loses the race (SEAT-11).
   */
  readonly expected_member_id: string | null
}

export interface AssignSeatPlan {
  readonly seat_id: string
  readonly member_id: string
  /** Who held it until now; their time on it is kept (SEAT-3). */
  readonly replaces_member_id: string | null
  readonly effects: readonly SeatEffect[]
}

/** Why somebody cannot take a seat, for a list that shows them with the reason instead of hiding them. */
export interface AssignmentRefusal {
  readonly code: Extract<
    DomainErrorCode,
    "classification_not_met" | "household_only" | "not_eligible" | "seat_taken"
  >
  /** With `classification_not_met`: which rule they fail (PEOPLE-4). */
  readonly reason: DisqualifiedReason | null
  readonly message: string
}

/**
 * Gives a seat to somebody (SEAT-1, SEAT-2, SEAT-3).
 * @throws DomainError with the code of the refusal; `seat_taken` also when another one was faster; `not_found`
 */
export function assignSeat(input: AssignSeatInput): AssignSeatPlan {
  const { membership, seat_id, candidate, expected_member_id, today } = input
  const seat = liveSeat(membership, seat_id, today)
  if (seat.member_id !== expected_member_id) {
    const message = "Somebody else has filled or emptied this seat in the meantime. Look again."
    throw new DomainError("seat_taken", message, { seat_id })
  }
  const refused = assignmentRefusal(seat, input)
  if (refused)
    throw new DomainError(refused.code, refused.message, {
      ...{ seat_id, member_id: candidate.member_id, reason: refused.reason },
    })
  const { member_id } = candidate
  return {
    ...{ seat_id, member_id, replaces_member_id: seat.member_id },
    effects: [
      { code: "member_seated", seat_id, member_id },
      ...(seat.member_id ? [{ code: "member_unseated" as const, seat_id, member_id: seat.member_id }] : []),
      ...holdsAhead(seat, input),
    ],
  }
}

/** The first rule that keeps somebody from a seat; null when they may take it (SEAT-2, PLAN-9). */
export function assignmentRefusal(
  seat: Seat,
  { membership, candidate, household_id, ...facts }: Omit<AssignSeatInput, "seat_id" | "expected_member_id">
): AssignmentRefusal | null {
  const { member_id, customer_id } = candidate
  const holds_already = liveSeats(membership, facts.today).some((each) => each.member_id === member_id)
  if (holds_already)
    return {
      code: "seat_taken",
      reason: null,
      message: "This person holds a seat of this membership already.",
    }
  const lives_there = household_id !== null && candidate.household_id === household_id
  if (membership.audience === "household" && !lives_there)
    return { code: "household_only", reason: null, message: "This plan is for the members of one household." }
  if (!lives_there && customer_id === null)
    return {
      code: "not_eligible",
      reason: null,
      message: "Somebody of another household needs an account of their own.",
    }
  const found = misfit(member_id, seat, facts)
  return found && { code: "classification_not_met", reason: found.reason, message: found.message }
}

/** Who takes a seat takes its holds: they cannot come in while it is on hold (HOLD-7). */
function holdsAhead({ id: seat_id, holds }: Seat, { today }: AssignSeatInput): SeatEffect[] {
  return holds
    .filter(({ resumes_on }) => resumes_on === null || compareDates(resumes_on, today) > 0)
    .map(({ starts_on, resumes_on }) => ({ code: "seat_on_hold", seat_id, starts_on, resumes_on }))
}
