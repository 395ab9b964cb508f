import { addDays, compareDates, LAST_CALENDAR_DATE } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { birthdayOn } from "./age"
import { type DisqualifiedReason, qualify } from "./qualification"
import type { Classification, Person } from "./types"

export interface StopsQualifying {
  /** First day on which the person no longer qualifies. */
  readonly on: CalendarDate
  readonly reason: DisqualifiedReason
}

/**
 * PEOPLE-5: the first day, from a given one, on which a person no longer qualifies as they stand today:
 * they pass the maximum age, or their last proof runs out, whichever is earlier (the age, when both fall on
 * one day). Who does not qualify on `from_date` stops on that very day. Null when never.
 * @param from_date the local date from which to look
 */
export function stopsQualifyingOn(
  person: Person,
  classification: Classification | null,
  from_date: CalendarDate
): StopsQualifying | null {
  const today = qualify(person, classification, from_date)
  if (!today.qualifies) return { on: from_date, reason: today.reason }
  if (classification === null) return null

  const aged = passesMaxAgeOn(person, classification)
  const unproven = proofsEndOn(person, classification)
  if (aged === null || (unproven !== null && compareDates(unproven, aged) < 0)) {
    return unproven === null ? null : { on: unproven, reason: "proof_expired" }
  }
  return { on: aged, reason: "too_old" }
}

function passesMaxAgeOn(person: Person, { max_age }: Classification): CalendarDate | null {
  if (max_age === null || person.date_of_birth === null) return null
  return birthdayOn(person.date_of_birth, max_age + 1)
}

/**
 * First day without a valid proof: the day after the latest expiry. Null when no proof is needed or one
 * never expires.
 */
function proofsEndOn(person: Person, classification: Classification): CalendarDate | null {
  if (!classification.requires_proof) return null
  const proofs = person.proofs.filter((proof) => proof.classification_id === classification.id)
  const expiries = proofs.map((proof) => proof.expires_on ?? LAST_CALENDAR_DATE).sort(compareDates)
  const latest = expiries.at(-1)
  return latest === undefined || latest === LAST_CALENDAR_DATE ? null : addDays(latest, 1)
}
