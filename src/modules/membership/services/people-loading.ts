import type { Person } from "../../../domain/people/types"
import { proofsOf } from "../mapping/proofs"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

export interface LoadedPerson extends Person {
  readonly member_id: string
  readonly customer_id: string | null
  readonly household_id: string | null
}

/** Members by id, with what decides where they may sit; who was deleted is nobody to seat any more. */
export async function loadPeople(ids: readonly string[], tx: Tx): Promise<Map<string, LoadedPerson>> {
  return select("true", [], ids, tx)
}

/** As `loadPeople`, of the customer's own household alone (PEOPLE-6). */
export async function loadOwnPeople(
  ids: readonly string[],
  customer_id: string,
  tx: Tx
): Promise<Map<string, LoadedPerson>> {
  const own = `m.customer_id = ? or m.household_id in (
    select household_id from membership_member where customer_id = ? and deleted_at is null)`
  return select(own, [customer_id, customer_id], ids, tx)
}

async function select(condition: string, bindings: readonly string[], ids: readonly string[], tx: Tx) {
  if (ids.length === 0) return new Map<string, LoadedPerson>()
  const people = await execute<LoadedPerson>(
    tx,
    `select m.id as member_id, m.customer_id, m.household_id, m.date_of_birth, ${proofsOf("m.id")}
     from membership_member m
     where m.id = any(?) and m.deleted_at is null and m.erased_at is null and (${condition})`,
    [textArray(ids), ...bindings]
  )
  return new Map(people.map((person) => [person.member_id, person]))
}

/** Locks a member until the transaction ends. @returns false when there is none, or they were deleted */
export async function lockMember(id: string, tx: Tx): Promise<boolean> {
  const rows = await execute(
    tx,
    `select id from membership_member where id = ? and deleted_at is null and erased_at is null for update`,
    [id]
  )
  return rows.length > 0
}
