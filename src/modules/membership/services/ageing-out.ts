import { stopsQualifyingOn } from "../../../domain/people/ageing-out"
import { type DisqualifiedReason, qualify } from "../../../domain/people/qualification"
import type { Classification, Proof } from "../../../domain/people/types"
import { fromMinor, toMinor } from "../../../domain/money/amounts"
import { addDays, compareDates, localDate } from "../../../domain/time/calendar"
import type { CalendarDate, TimeZone } from "../../../domain/time/types"
import { proofsOf } from "../mapping/proofs"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"

/** A live seat whose holder stops qualifying for it, or already does not (PEOPLE-5). */
export interface AgeingOut {
  readonly member: { readonly id: string; readonly first_name: string; readonly last_name: string | null }
  readonly membership_id: string
  readonly membership_display_id: number
  readonly plan: { readonly id: string; readonly name: string }
  readonly seat_id: string
  readonly seat_label: string
  readonly classification: { readonly id: string; readonly name: string }
  readonly qualifies_now: boolean
  readonly stops_qualifying_on: CalendarDate
  readonly reason: DisqualifiedReason
  /** Where else in the membership they qualify on that day, free seats first. */
  readonly other_seats: readonly OtherSeat[]
}

export interface OtherSeat {
  readonly seat_id: string
  readonly label: string
  readonly sequence: number
  /** Nobody holds it; who holds a taken one would have to move. */
  readonly is_free: boolean
  readonly currency_code: string
  /** What a period costs more there; less is negative. */
  readonly difference: number
}

export interface AgeingOutInput {
  readonly days: number
  /** null is the whole studio. */
  readonly membership_ids: readonly string[] | null
}

interface Seated extends Classification {
  member_id: string
  first_name: string
  last_name: string | null
  date_of_birth: CalendarDate | null
  membership_id: string
  membership_display_id: number
  plan_id: string
  plan_name: string
  time_zone: TimeZone
  seat_id: string
  seat_label: string
  amount: string
  currency_code: string
  proofs: Proof[]
}

interface SeatOfMembership extends Classification {
  readonly membership_id: string
  readonly seat_id: string
  readonly label: string
  readonly sequence: number
  readonly amount: string
  readonly classification_id: string | null
  readonly canceled_on: CalendarDate | null
  readonly is_free: boolean
}

/** Who stops qualifying for the seat they hold, known in advance (PEOPLE-5). */
export class AgeingOutService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /** Live seats whose holders stop qualifying within so many days, soonest first. Each seat counts in its own zone. */
  async list({ days, membership_ids }: AgeingOutInput, tx: Tx): Promise<AgeingOut[]> {
    const now = await this.clock.now(tx)
    // No place is more than a day away from UTC; the exact day is decided per seat.
    const today = localDate(now, "UTC")
    const seated = await seatsThatMayEnd(
      { from_on: addDays(today, -1), until_on: addDays(today, days + 1), membership_ids },
      tx
    )
    const ending = seated.flatMap((seat) => ends(seat, localDate(now, seat.time_zone), days))
    const seats = await seatsOf(
      ending.map(({ seat }) => seat.membership_id),
      tx
    )
    return ending.map((each) => told(each, seats)).sort(bySoonest)
  }
}

interface Ending {
  readonly seat: Seated
  readonly qualifies_now: boolean
  readonly stops: { readonly on: CalendarDate; readonly reason: DisqualifiedReason }
}

function ends(seat: Seated, today: CalendarDate, days: number): Ending[] {
  const stops = stopsQualifyingOn(seat, seat, today)
  if (stops === null || compareDates(stops.on, addDays(today, days)) > 0) return []
  return [{ seat, stops, qualifies_now: qualify(seat, seat, today).qualifies }]
}

function told({ seat, stops, qualifies_now }: Ending, seats: readonly SeatOfMembership[]): AgeingOut {
  const { member_id, first_name, last_name, membership_id, seat_id, seat_label, id, name } = seat
  const { membership_display_id, plan_id, plan_name } = seat
  return {
    member: { id: member_id, first_name, last_name },
    membership_id,
    membership_display_id,
    plan: { id: plan_id, name: plan_name },
    seat_id,
    seat_label,
    classification: { id, name },
    qualifies_now,
    stops_qualifying_on: stops.on,
    reason: stops.reason,
    other_seats: otherSeats(seat, stops.on, seats),
  }
}

function otherSeats(
  person: Seated,
  on: CalendarDate,
  seats: readonly SeatOfMembership[]
): readonly OtherSeat[] {
  const { currency_code } = person
  const price = toMinor(person.amount, currency_code)
  return seats
    .filter(
      (seat) =>
        seat.membership_id === person.membership_id &&
        seat.seat_id !== person.seat_id &&
        (seat.canceled_on === null || compareDates(on, seat.canceled_on) < 0) &&
        (seat.classification_id === null || qualify(person, seat, on).qualifies)
    )
    .map(({ seat_id, label, sequence, is_free, amount }) => {
      const difference = fromMinor(toMinor(amount, currency_code) - price, currency_code)
      return { seat_id, label, sequence, is_free, currency_code, difference }
    })
    .sort((a, b) => Number(b.is_free) - Number(a.is_free))
}

function bySoonest(a: AgeingOut, b: AgeingOut): number {
  return compareDates(a.stops_qualifying_on, b.stops_qualifying_on) || (a.seat_id < b.seat_id ? -1 : 1)
}

/**
 * A coarse, set-based choice, one statement for the whole studio: who is outside the age range by that day or has no
 * date of birth, or has no proof that outlasts it.
 */
async function seatsThatMayEnd(
  { membership_ids, ...days }: MayEndInput & Pick<AgeingOutInput, "membership_ids">,
  tx: Tx
): Promise<Seated[]> {
  return execute<Seated>(
    tx,
    `select member.id as member_id, member.first_name, member.last_name, member.date_of_birth,
            membership.id as membership_id, membership.display_id as membership_display_id,
            membership.plan_id, plan.name as plan_name, membership.time_zone, seat.id as seat_id, seat.label as seat_label,
            seat.amount::text as amount, membership.currency_code,
            class.id, class.name, class.min_age, class.max_age, class.requires_proof, ${proofsOf("member.id")}
     ${MAY_END} ${membership_ids === null ? "" : "and membership.id = any(?)"}`,
    [...mayEndBindings(days), ...(membership_ids === null ? [] : [textArray(membership_ids)])]
  )
}

interface MayEndInput {
  readonly from_on: CalendarDate
  readonly until_on: CalendarDate
}

/** From where, and by which conditions, `membership` is told whose seats may end between two days. */
export const MAY_END = `
  from membership_seat_holder holder
  join membership_seat seat on seat.id = holder.seat_id and seat.deleted_at is null
  join membership on membership.id = seat.membership_id and membership.deleted_at is null
  left join membership_plan plan on plan.id = membership.plan_id
  join membership_member member on member.id = holder.member_id and member.deleted_at is null
  join membership_classification class on class.id = seat.classification_id
  where holder.held_until is null and holder.deleted_at is null
    and membership.status not in ('expired', 'canceled', 'void')
    and (seat.canceled_on is null or seat.canceled_on > ?)
    and (
      (member.date_of_birth is null and coalesce(class.min_age, class.max_age) is not null)
      or member.date_of_birth::date <= ?::date - make_interval(years => class.max_age + 1)
      or member.date_of_birth::date > ?::date - make_interval(years => class.min_age)
      or (class.requires_proof and not exists (
        select 1 from membership_proof proof
        where proof.member_id = member.id and proof.classification_id = class.id and proof.deleted_at is null
          and (proof.expires_on is null or proof.expires_on >= ?))))`

export const mayEndBindings = ({ from_on, until_on }: MayEndInput): unknown[] => [
  ...[from_on, until_on, from_on, until_on],
]

/** All seats of the memberships in question, in one statement. */
async function seatsOf(membership_ids: readonly string[], tx: Tx): Promise<SeatOfMembership[]> {
  if (membership_ids.length === 0) return []
  return execute<SeatOfMembership>(
    tx,
    `select s.membership_id, s.id as seat_id, s.label, s.sequence, s.amount::text as amount, s.classification_id,
            s.canceled_on, class.id, class.name, class.min_age, class.max_age, class.requires_proof,
            not exists (
              select from membership_seat_holder h
              where h.seat_id = s.id and h.held_until is null and h.deleted_at is null) as is_free
     from membership_seat s left join membership_classification class on class.id = s.classification_id
     where s.membership_id = any(?) and s.deleted_at is null order by s.position`,
    [textArray(membership_ids)]
  )
}
