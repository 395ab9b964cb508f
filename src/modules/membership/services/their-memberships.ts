import { DomainError } from "../../../domain/errors"
import type { GonePerson } from "../../../domain/seats/people-gone"
import { execute, lockRows } from "../sql"
import type { Tx } from "../types"

/**
 * The memberships in which they sit, pay, owe or are to pay, or which they have bought, locked.
 * @throws DomainError `conflict` for one that just came
 */
export async function lockTheirs(gone: GonePerson, tx: Tx): Promise<string[]> {
  const ids = await theirs(gone, tx)
  await lockRows(tx, "membership", ids)
  return assertSame(ids, gone, tx)
}

/** @throws DomainError `conflict` where one came since these were locked */
export async function assertSame(ids: readonly string[], gone: GonePerson, tx: Tx): Promise<string[]> {
  const now = await theirs(gone, tx)
  if (now.every((id) => ids.includes(id))) return now
  throw new DomainError("conflict", "They were just given a seat or a membership. Look again and repeat.")
}

async function theirs({ member_id, customer_id }: GonePerson, tx: Tx): Promise<string[]> {
  const rows = await execute<{ id: string }>(
    tx,
    `select membership_id as id from membership_seat_holder
     where member_id = ? and held_until is null and deleted_at is null
     union select id from membership where customer_id = ? and deleted_at is null
     union select membership_id from membership_seat where payer_customer_id = ? and deleted_at is null
     union select membership_id from membership_charge where payer_customer_id = ? and settled_at is null
     union select unnest(array_remove(array[membership_id, to_membership_id], null)) from membership_plan_change
       where to_payer_customer_id = ? and status = 'planned' and deleted_at is null
     order by id`,
    [member_id, customer_id, customer_id, customer_id, customer_id]
  )
  return rows.map(({ id }) => id)
}
