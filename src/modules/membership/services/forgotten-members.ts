import { DELETED_MEMBER } from "../../../domain/people/erased"
import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"

/** Of invitations to the address of a member `m`. Families share addresses: what went to one stays while somebody else has it. */
export const ONLY_THEIRS = `not exists (
  select from membership_member other
  where other.id <> m.id and other.email = lower(m.email) and other.deleted_at is null)`

/** What is known of a member goes; their row stays for the history that points to it (PEOPLE-6, SEAT-3). */
export async function forgetMember(id: string, now: Instant, tx: Tx): Promise<void> {
  await execute(
    tx,
    `update membership_invitation i
     set email = '', revoked_at = case when accepted_at is null then coalesce(revoked_at, ?) end, updated_at = now()
     from membership_member m where m.id = ? and i.email = lower(m.email) and ${ONLY_THEIRS}`,
    [now, id]
  )
  await execute(
    tx,
    `update membership_access_code
     set revoked_at = coalesce(revoked_at, ?), secret = null, code_hash = null, label = null, updated_at = now()
     where member_id = ?`,
    [now, id]
  )
  await execute(
    tx,
    `update membership_visit set guest_name = '', updated_at = now() where member_id = ? and guest_name <> ''`,
    [id]
  )
  await execute(
    tx,
    `update membership_proof set note = null, deleted_at = coalesce(deleted_at, now()), updated_at = now()
     where member_id = ?`,
    [id]
  )
  await execute(
    tx,
    `update membership_member
     set first_name = ?, last_name = null, date_of_birth = null, email = null, phone = null, photo_url = null,
         notes = null, customer_id = null, erased_at = ?, updated_at = now()
     where id = ?`,
    [DELETED_MEMBER, now, id]
  )
}
