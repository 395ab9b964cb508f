import { DomainError } from "../errors"

/** What decides where somebody may live: a member as they stand now. */
export interface HouseholdPerson {
  readonly id: string
  readonly name: string
  readonly customer_id: string | null
  /** null lives in none. */
  readonly household_id: string | null
  readonly household_name: string | null
  readonly is_guardian: boolean
}

export interface HouseholdWish {
  /** null while the household is being made. */
  readonly household_id: string | null
  readonly guardian_ids: readonly string[]
  /** Everybody else who shall live there; guardians may be named again. */
  readonly member_ids: readonly string[]
  /** Takes people out of the household they live in now. */
  readonly move: boolean
}

export interface HouseholdPlan {
  readonly guardian_ids: readonly string[]
  /** Everybody who lives there afterwards, guardians included. */
  readonly member_ids: readonly string[]
  /** Who lived there and no longer does. */
  readonly leaving_ids: readonly string[]
  readonly moved: readonly { readonly member_id: string; readonly from_household_id: string }[]
  /** Households that nobody lives in afterwards. */
  readonly emptied_ids: readonly string[]
}

/**
 * PEOPLE-2: who lives in a household. A member lives in at most one; somebody in it is a guardian, and every
 * guardian is a customer. A household that people are taken from keeps a guardian, or nobody is left in it.
 * @param people the wished ones, and everybody who lives with one of them or in the household now
 * @throws DomainError `household_needs_guardian`, `conflict`, `not_found`
 */
export function decideHousehold(wish: HouseholdWish, people: readonly HouseholdPerson[]): HouseholdPlan {
  const guardian_ids = [...new Set(wish.guardian_ids)]
  const member_ids = [...new Set([...guardian_ids, ...wish.member_ids])]
  const known = new Map(people.map((person) => [person.id, person]))
  const unknown = member_ids.filter((id) => !known.has(id))
  if (unknown.length) {
    const field = guardian_ids.includes(unknown[0]!) ? "guardian_ids" : "member_ids"
    throw new DomainError("not_found", `There is no member with the id ${unknown.join(", ")}.`, {
      field,
      ids: unknown,
    })
  }
  assertGuardians(guardian_ids.map((id) => known.get(id)!))

  const elsewhere = people.filter(
    (person) =>
      member_ids.includes(person.id) &&
      person.household_id !== null &&
      person.household_id !== wish.household_id
  )
  if (elsewhere.length && !wish.move) refuseSecondHousehold(elsewhere)
  const emptied_ids = [...new Set(elsewhere.map((person) => person.household_id!))].filter(
    (from) => !staysGuarded(people, from, member_ids)
  )
  const leaving = people.filter(
    (person) =>
      wish.household_id !== null &&
      person.household_id === wish.household_id &&
      !member_ids.includes(person.id)
  )
  return {
    guardian_ids,
    member_ids,
    leaving_ids: leaving.map((person) => person.id),
    moved: elsewhere.map((person) => ({
      member_id: person.id,
      from_household_id: person.household_id!,
    })),
    emptied_ids,
  }
}

/**
 * Whether a household still has somebody in it once these people left.
 * @returns false when nobody is left
 * @throws DomainError `household_needs_guardian` when people are left without a guardian (PEOPLE-2)
 */
export function staysGuarded(
  people: readonly HouseholdPerson[],
  household_id: string,
  leaving_ids: readonly string[]
): boolean {
  const left = people.filter(
    (person) => person.household_id === household_id && !leaving_ids.includes(person.id)
  )
  if (left.length === 0) return false
  if (left.some((person) => person.is_guardian)) return true
  const name = left[0]?.household_name ?? household_id
  throw new DomainError(
    "household_needs_guardian",
    `“${name}” would be left without a guardian. Make another member of it a guardian first.`,
    { household_id, member_ids: left.map((person) => person.id) }
  )
}

/** A member who goes out of their household. */
export interface Leaving {
  readonly member_id: string
  readonly household_id: string
  readonly household_name: string
  /** Nobody lives there any more. */
  readonly is_emptied: boolean
  /** Others do, without a guardian (PEOPLE-2). */
  readonly is_unguarded: boolean
}

/** What it means for a household when somebody leaves it; null where they live in none. */
export function leavingOf(people: readonly HouseholdPerson[], member_id: string): Leaving | null {
  const own = people.find((person) => person.id === member_id)
  if (!own?.household_id) return null
  const { household_id, household_name } = own
  const left = people.filter((person) => person.household_id === household_id && person.id !== member_id)
  const is_emptied = left.length === 0
  const is_unguarded = !is_emptied && !left.some((person) => person.is_guardian)
  return { member_id, household_id, household_name: household_name ?? household_id, is_emptied, is_unguarded }
}

function assertGuardians(guardians: readonly HouseholdPerson[]): void {
  if (guardians.length === 0) {
    throw new DomainError("household_needs_guardian", "A household needs at least one guardian. Name one.", {
      field: "guardian_ids",
    })
  }
  const strangers = guardians.filter((person) => person.customer_id === null)
  if (strangers.length === 0) return
  const names = strangers.map((person) => person.name).join(", ")
  throw new DomainError(
    "household_needs_guardian",
    `A guardian is a customer; ${names} is not linked to one. Link a customer first.`,
    { field: "guardian_ids", member_ids: strangers.map((person) => person.id) }
  )
}

function refuseSecondHousehold(elsewhere: readonly HouseholdPerson[]): never {
  const where = elsewhere.map((person) => `${person.name} lives in “${person.household_name ?? ""}”`)
  throw new DomainError("conflict", `${where.join("; ")}. Send move: true to move them.`, {
    field: "member_ids",
    members: elsewhere.map(({ id, name, household_id, household_name }) => ({
      member_id: id,
      name,
      household_id,
      household_name,
    })),
  })
}
