import type { PlanKind } from "../plans/types"
import { type HeldMembership, saleNotices } from "../selling/sale-notices"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { isOver, type SeatDecision } from "./decide"
import type { SeatEffect } from "./effects"
import { liveSeats } from "./live-seats"
import { asDecided, type DepartureFacts, type GonePerson, leaveEmpty, payByOther } from "./people-gone"
import type { Seat } from "./types"

/** One person who is there twice: what the first has becomes the second's. */
export interface MergedPeople {
  /** `customer_id`: the account from which what it buys and pays for goes over; null where none does. */
  readonly gone: GonePerson & { readonly member_id: string }
  readonly stays: GonePerson & { readonly member_id: string }
}

/** A membership once a duplicate is merged. */
export interface MergedMembership extends SeatDecision {
  /** The seat that goes over with its holder; null where the duplicate held none, or it stays empty. */
  readonly moved: Seat | null
}

/**
 * BILL-11: what becomes of a membership when somebody who is there twice is merged. Who stays sits where the duplicate
 * sat, pays what the other account paid, and has bought what it bought. A membership seats nobody twice (SEAT-2): where
 * both sit, the duplicate's seat is left empty and goes on being paid (SEAT-6).
 * @returns null where nothing of it changes, or it is over
 */
export function decideMerge(facts: DepartureFacts, { gone, stays }: MergedPeople): MergedMembership | null {
  if (isOver(facts)) return null
  const there = liveSeats(facts.membership, facts.today)
  const seat = there.find(({ member_id }) => member_id === gone.member_id) ?? null
  const is_twice = seat !== null && there.some(({ member_id }) => member_id === stays.member_id)
  const left = is_twice ? leaveEmpty(facts, seat) : null
  const { customer_id } = gone
  const paid =
    customer_id === null ? left : payByOther(facts, left, { from: customer_id, to: stays.customer_id })
  const buys = customer_id !== null && facts.purchaser_customer_id === customer_id
  const moved = is_twice ? null : seat
  if (paid === null && !buys && moved === null) return null
  const { membership, effects, overridden } = asDecided(facts, paid)
  const seats = membership.seats.map((each) =>
    each.id === moved?.id ? { ...each, member_id: stays.member_id } : each
  )
  const more: SeatEffect[] = [
    ...(moved ? [{ code: "member_seated" as const, seat_id: moved.id, member_id: stays.member_id }] : []),
    ...(buys ? [{ code: "purchaser_changes" as const, to_customer_id: stays.customer_id! }] : []),
  ]
  return { after: { ...membership, seats }, effects: [...more, ...effects], overridden, moved }
}

/** Who would sit in two memberships of one plan on the same days, and pay for both (BILL-11). */
export interface CoveredTwice {
  readonly code: "already_covered"
  readonly plan_name: string
  readonly display_ids: readonly number[]
  /** The first day with one of them alone; null where none is known. */
  readonly until_on: CalendarDate | null
}

/** A seat that goes over to somebody, with its membership. */
export interface MovedSeat extends Pick<DepartureFacts, "membership" | "renews" | "today"> {
  readonly display_id: number
  readonly plan: { readonly id: string; readonly kind: PlanKind }
  readonly seat: Seat
}

/** @param held what they sit in already, of the same plan among others */
export function coveredTwice(
  { membership, renews, today, display_id, plan, seat }: MovedSeat,
  held: readonly HeldMembership[],
  member_id: string
): CoveredTwice[] {
  const { starts_on, ends_on } = membership
  const end = seat.cancellation?.canceled_on ?? (renews ? null : ends_on)
  const notices = saleNotices({
    ...{ plan, term: { starts_on: seat.starts_on ?? starts_on, ends_on: end }, today },
    ...{ member_ids: [member_id], only_of_customer_id: null },
    // What is owed goes over by itself; here only the days matter.
    held: held.map((each) => ({ ...each, is_past_due: false })),
  })
  return notices.flatMap((notice) =>
    notice.code === "already_covered"
      ? [
          {
            ...{ code: notice.code, plan_name: notice.plan_name, until_on: earliest(notice.until_on, end) },
            display_ids: [notice.display_id, display_id],
          },
        ]
      : []
  )
}

function earliest(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null || b === null) return a ?? b
  return compareDates(a, b) < 0 ? a : b
}
