import { DomainError } from "../errors"
import { hasCome } from "../time/calendar"
import type { Instant } from "../time/types"
import { isOver, type SeatFacts } from "./decide"
import { liveSeat } from "./live-seats"
import type { Seat } from "./types"

/** How long somebody has to accept, as an ISO duration. */
export const INVITATION_VALID_FOR = "P14D"

type InvitingFacts = Pick<SeatFacts, "membership" | "renews" | "is_void" | "today">

/**
 * The empty seat to which somebody can be invited (SEAT-1).
 * @throws DomainError `membership_ended`, `household_only` where only the household may sit, `seat_taken`, `not_found`
 */
export function seatToInviteTo(facts: InvitingFacts, seat_id: string): Seat {
  const { membership, today } = facts
  if (isOver(facts)) throw new DomainError("membership_ended", "This membership is over.", { seat_id })
  const seat = liveSeat(membership, seat_id, today)
  if (membership.audience === "household") {
    const message = "This plan is for the members of one household. Add the person to the household instead."
    throw new DomainError("household_only", message, { seat_id })
  }
  if (seat.member_id !== null)
    throw new DomainError("seat_taken", "Somebody holds this seat. Leave it empty first.", { seat_id })
  return seat
}

export interface Invitation {
  readonly email: string
  readonly expires_at: Instant
  readonly accepted_at: Instant | null
  readonly revoked_at: Instant | null
}

/**
 * Refuses an invitation that is not this customer's, or no longer works. There is one answer for all of it, so that
 * nothing is told to whoever tries tokens.
 * @param invitation null is a token that nobody was given
 * @throws DomainError `invitation_invalid`
 */
export function assertAcceptable(
  invitation: Invitation | null,
  by: { readonly email: string; readonly now: Instant }
): asserts invitation is Invitation {
  const works =
    invitation !== null &&
    invitation.accepted_at === null &&
    invitation.revoked_at === null &&
    !hasCome(invitation.expires_at, by.now) &&
    invitation.email === by.email.toLowerCase()
  if (works) return
  const message =
    "This invitation does not work, or no longer. Log in with the address it was sent to, or ask for a new one."
  throw new DomainError("invitation_invalid", message)
}
