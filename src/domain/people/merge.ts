import { DomainError } from "../errors"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { type HouseholdPerson, leavingOf, staysGuarded } from "./households"
import type { Proof } from "./types"

/** What is known of somebody beside their account, household and proofs; null is not known. */
export interface PersonalFacts {
  readonly last_name: string | null
  readonly date_of_birth: CalendarDate | null
  readonly email: string | null
  readonly phone: string | null
  readonly photo_url: string | null
  readonly notes: string | null
}

/** Names of fields, never what stands in them (PEOPLE-6). */
export type PersonalField = keyof PersonalFacts

/** What merging does to the person, beside their memberships. */
export type PersonMergeEffect =
  | { readonly code: "member_merged"; readonly member_id: string; readonly into_member_id: string }
  /** Blank fields that are filled; fields in which the other one's gives way. */
  | { readonly code: "facts_taken" | "facts_given_up"; readonly fields: readonly PersonalField[] }
  /** Perhaps it is not the same person. */
  | { readonly code: "date_of_birth_differs" }
  /** Lives in the household, and acts for it, in the place of the duplicate (PEOPLE-2). */
  | HouseholdEffect

interface HouseholdEffect {
  readonly code: "household_taken" | "household_dissolved"
  readonly household_id: string
  readonly household_name: string
}

/** Of the fields in which both say something, those of whoever stays win, and notes are kept one after the other. */
export interface MergedFacts {
  readonly facts: PersonalFacts
  readonly effects: readonly PersonMergeEffect[]
}

const FIELDS = ["last_name", "email", "phone", "photo_url", "date_of_birth"] as const

/** BILL-11: what is known of one person who was there twice. */
export function mergedFacts(gone: PersonalFacts, stays: PersonalFacts): MergedFacts {
  const taken = FIELDS.filter((field) => stays[field] === null && gone[field] !== null)
  const given_up = FIELDS.filter(
    (field) => stays[field] !== null && gone[field] !== null && stays[field] !== gone[field]
  )
  const fields = Object.fromEntries(FIELDS.map((field) => [field, stays[field] ?? gone[field]]))
  const notes = [...new Set([stays.notes, gone.notes])].filter((note) => note !== null).join("\n\n") || null
  const filled = notes === stays.notes ? taken : [...taken, "notes" as const]
  const differs = given_up.includes("date_of_birth")
  const others = given_up.filter((field) => field !== "date_of_birth")
  return {
    facts: { ...stays, ...fields, notes },
    effects: [
      ...(differs ? [{ code: "date_of_birth_differs" as const }] : []),
      ...(filled.length ? [{ code: "facts_taken" as const, fields: filled }] : []),
      ...(others.length ? [{ code: "facts_given_up" as const, fields: others }] : []),
    ],
  }
}

/** Whose account it is afterwards, and from which one all that is bought and paid for goes to it. */
export interface MergedAccount {
  readonly customer_id: string | null
  /** null: nothing changes hands, because only one of them has an account, or none. */
  readonly from_customer_id: string | null
  readonly is_taken: boolean
}

/** The account of whoever stays; where they have none, that of the duplicate. */
export function mergedAccount(gone: string | null, stays: string | null): MergedAccount {
  if (stays === null) return { customer_id: gone, from_customer_id: null, is_taken: gone !== null }
  return { customer_id: stays, from_customer_id: gone, is_taken: false }
}

export interface MergedHousehold {
  readonly household_id: string | null
  readonly is_guardian: boolean
  /** In which the duplicate lived alone. */
  readonly dissolved_id: string | null
  readonly effects: readonly PersonMergeEffect[]
}

/**
 * PEOPLE-2: where the one person lives afterwards. They take the duplicate's place where they live in none, and act for
 * their own household where the duplicate did.
 * @param people both, and everybody who lives with one of them
 * @throws DomainError `household_needs_guardian`, `conflict` where both live with others
 */
export function mergedHousehold(
  people: readonly HouseholdPerson[],
  { gone_id, stays_id }: { readonly gone_id: string; readonly stays_id: string }
): MergedHousehold {
  const gone = people.find(({ id }) => id === gone_id)
  const stays = people.find(({ id }) => id === stays_id)
  const leaving = leavingOf(people, gone_id)
  const own = { household_id: stays?.household_id ?? null, is_guardian: stays?.is_guardian ?? false }
  if (leaving === null) return { ...own, dissolved_id: null, effects: [] }
  const { household_id, household_name, is_emptied } = leaving
  const household = { household_id, household_name }
  if (own.household_id === null || own.household_id === household_id) {
    const is_guardian = own.is_guardian || gone!.is_guardian
    const is_told = own.household_id === null || is_guardian !== own.is_guardian
    const effects = is_told ? [{ code: "household_taken" as const, ...household }] : []
    return { household_id, is_guardian, dissolved_id: null, effects }
  }
  if (is_emptied) {
    const effects = [{ code: "household_dissolved" as const, ...household }]
    return { ...own, dissolved_id: household_id, effects }
  }
  staysGuarded(people, household_id, [gone_id])
  const message = `They live in two households: “${household_name}” and “${stays?.household_name ?? ""}”. Take the duplicate out of theirs first.`
  throw new DomainError("conflict", message, { household_ids: [household_id, own.household_id] })
}

/** The proofs that go along: all but those for which there is one that counts as long (PEOPLE-4). */
export function proofsToMove<Own extends Proof>(gone: readonly Own[], stays: readonly Proof[]): Own[] {
  return gone.filter(
    (proof) =>
      !stays.some((other) => other.classification_id === proof.classification_id && lastsAsLong(other, proof))
  )
}

const lastsAsLong = ({ expires_on }: Proof, than: Proof): boolean =>
  expires_on === null || (than.expires_on !== null && compareDates(expires_on, than.expires_on) >= 0)

/** What has to be confirmed by its code before a merge is done. */
export const MERGE_NOTICES = ["date_of_birth_differs", "already_covered"] as const
export type MergeNotice = (typeof MERGE_NOTICES)[number]

/** @throws DomainError `notices_unconfirmed` with the codes that are not confirmed */
export function assertMergeConfirmed(
  effects: readonly { readonly code: string }[],
  confirmed: readonly MergeNotice[]
): void {
  const told = new Set(effects.map(({ code }) => code))
  const codes = MERGE_NOTICES.filter((code) => told.has(code) && !confirmed.includes(code))
  if (codes.length === 0) return
  const message =
    "Perhaps this is not one person, or one who then pays for the same twice. Look, and confirm it."
  throw new DomainError("notices_unconfirmed", message, { field: "confirmed", codes })
}
