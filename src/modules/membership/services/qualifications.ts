import { DomainError } from "../../../domain/errors"
import { ageOn } from "../../../domain/people/age"
import { stopsQualifyingOn } from "../../../domain/people/ageing-out"
import { type DisqualifiedReason, qualify } from "../../../domain/people/qualification"
import type { Classification, Person } from "../../../domain/people/types"
import type { CalendarDate } from "../../../domain/time/types"
import { proofsOf } from "../mapping/proofs"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
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

/** Who qualifies for what, read for staff. The rules themselves are the domain's. */
export class QualificationService {
  private readonly locations: LocationService

  constructor({ locationService }: { locationService: LocationService }) {
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
      `select member.id, date_of_birth, ${proofsOf("member.id")} from membership_member member
       where member.id = any(?) and member.deleted_at is null and member.erased_at is null`,
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
