import { DomainError } from "../../../domain/errors"
import { ageOn } from "../../../domain/people/age"
import { stopsQualifyingOn } from "../../../domain/people/ageing-out"
import { type DisqualifiedReason, qualify } from "../../../domain/people/qualification"
import type { Classification, Person, Proof } from "../../../domain/people/types"
import { addDays, compareDates, localDate } from "../../../domain/time/calendar"
import type { CalendarDate, TimeZone } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import type { LocationService } from "./locations"

/** Whether a member belongs to a classification today, and until when (PEOPLE-4, PEOPLE-5). */
export interface MemberClassification {
  readonly classification_id: string
  readonly name: string
  readonly qualifies: boolean
  readonly reason: DisqualifiedReason | null
  readonly message: string | null
  /** First day on which it no longer does; null when never, or when it does not now. */
  readonly stops_qualifying_on: CalendarDate | null
}

/** What a member's date of birth and proofs mean today; the date itself stays out (PEOPLE-6). */
export interface MemberQualifications {
  /** Whole years on the studio's today; null while the date of birth is not known. */
  readonly age: number | null
  /** Every classification, by name. */
  readonly classifications: readonly MemberClassification[]
}

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
  proofs: Proof[]
}

interface Dependencies {
  clockService: ClockService
  locationService: LocationService
}

const PROOFS = (member: string) => `
  coalesce((select json_agg(json_build_object(
      'classification_id', proof.classification_id, 'expires_on', proof.expires_on))
    from membership_proof proof where proof.member_id = ${member} and proof.deleted_at is null), '[]') as proofs`

/** Who qualifies for what, read for staff. The rules themselves are the domain's. */
export class QualificationService {
  private readonly clock: ClockService
  private readonly locations: LocationService

  constructor({ clockService, locationService }: Dependencies) {
    this.clock = clockService
    this.locations = locationService
  }

  /** @throws DomainError `not_found` */
  async ofMember(member_id: string, tx: Tx): Promise<MemberQualifications> {
    const found = (await this.ofMembers([member_id], tx)).get(member_id)
    if (found) return found
    throw new DomainError("not_found", `There is no member with the id ${member_id}.`, { id: member_id })
  }

  /** Members by their ids, as they qualify on the studio's today; whom there is not is left out. */
  async ofMembers(member_ids: readonly string[], tx: Tx): Promise<Map<string, MemberQualifications>> {
    const people = await execute<Person & { id: string }>(
      tx,
      `select member.id, date_of_birth, ${PROOFS("member.id")} from membership_member member
       where member.id = any(?) and member.deleted_at is null`,
      [textArray(member_ids)]
    )
    const today = await this.locations.today(null, tx)
    const classifications = await execute<Classification>(
      tx,
      `select id, name, min_age, max_age, requires_proof from membership_classification
       where deleted_at is null order by name, id`
    )
    return new Map(people.map((person) => [person.id, qualificationsOf(person, classifications, today)]))
  }

  /** Live seats whose holders stop qualifying within so many days, soonest first. Each seat counts in its own zone. */
  async ageingOut(days: number, tx: Tx): Promise<AgeingOut[]> {
    const now = await this.clock.now(tx)
    // No place is more than a day away from UTC; the exact day is decided per seat.
    const today = localDate(now, "UTC")
    const seated = await seatsThatMayEnd(
      { from_on: addDays(today, -1), until_on: addDays(today, days + 1) },
      tx
    )
    return seated.flatMap((seat) => ends(seat, localDate(now, seat.time_zone), days)).sort(bySoonest)
  }
}

function qualificationsOf(
  person: Person,
  classifications: readonly Classification[],
  today: CalendarDate
): MemberQualifications {
  const age = person.date_of_birth === null ? null : ageOn(person.date_of_birth, today)
  return {
    age,
    classifications: classifications.map((classification) => onDay(person, classification, today)),
  }
}

function onDay(person: Person, classification: Classification, today: CalendarDate): MemberClassification {
  const { id: classification_id, name } = classification
  const found = qualify(person, classification, today)
  if (!found.qualifies) {
    const { reason, message } = found
    return { classification_id, name, qualifies: false, reason, message, stops_qualifying_on: null }
  }
  const stops_qualifying_on = stopsQualifyingOn(person, classification, today)?.on ?? null
  return { classification_id, name, qualifies: true, reason: null, message: null, stops_qualifying_on }
}

function ends(seat: Seated, today: CalendarDate, days: number): AgeingOut[] {
  const stops = stopsQualifyingOn(seat, seat, today)
  if (stops === null || compareDates(stops.on, addDays(today, days)) > 0) return []
  const { member_id, first_name, last_name, membership_id, seat_id, seat_label, id, name } = seat
  const { membership_display_id, plan_id, plan_name } = seat
  return [
    {
      member: { id: member_id, first_name, last_name },
      membership_id,
      membership_display_id,
      plan: { id: plan_id, name: plan_name },
      seat_id,
      seat_label,
      classification: { id, name },
      qualifies_now: qualify(seat, seat, today).qualifies,
      stops_qualifying_on: stops.on,
      reason: stops.reason,
    },
  ]
}

function bySoonest(a: AgeingOut, b: AgeingOut): number {
  return compareDates(a.stops_qualifying_on, b.stops_qualifying_on) || (a.seat_id < b.seat_id ? -1 : 1)
}

/**
 * A coarse, set-based choice, one statement for the whole studio: who is outside the age range by that day or has no
 * date of birth, or has no proof that outlasts it.
 */
function seatsThatMayEnd(
  { from_on, until_on }: { from_on: CalendarDate; until_on: CalendarDate },
  tx: Tx
): Promise<Seated[]> {
  return execute<Seated>(
    tx,
    `select member.id as member_id, member.first_name, member.last_name, member.date_of_birth,
            membership.id as membership_id, membership.display_id as membership_display_id,
            membership.plan_id, plan.name as plan_name, membership.time_zone, seat.id as seat_id, seat.label as seat_label,
            class.id, class.name, class.min_age, class.max_age, class.requires_proof, ${PROOFS("member.id")}
     from membership_seat_holder holder
     join membership_seat seat on seat.id = holder.seat_id and seat.deleted_at is null
     join membership on membership.id = seat.membership_id and membership.deleted_at is null
     left join membership_plan plan on plan.id = membership.plan_id
     join membership_member member on member.id = holder.member_id and member.deleted_at is null
     join membership_classification class on class.id = seat.classification_id
     where holder.held_until is null and holder.deleted_at is null
       and membership.status not in ('expired', 'canceled', 'void')
       and (
         (member.date_of_birth is null and coalesce(class.min_age, class.max_age) is not null)
         or member.date_of_birth::date <= ?::date - make_interval(years => class.max_age + 1)
         or member.date_of_birth::date > ?::date - make_interval(years => class.min_age)
         or (class.requires_proof and not exists (
           select 1 from membership_proof proof
           where proof.member_id = member.id and proof.classification_id = class.id and proof.deleted_at is null
             and (proof.expires_on is null or proof.expires_on >= ?))))`,
    [until_on, from_on, until_on]
  )
}
