import type { PayerCharge } from "../../../domain/billing/merged-payer"
import { DomainError } from "../../../domain/errors"
import type { PersonalFacts } from "../../../domain/people/merge"
import type { Proof } from "../../../domain/people/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { ONLY_THEIRS } from "./forgotten-members"

/** One of the two members that are one person. */
export interface MergingMember extends PersonalFacts {
  readonly id: string
  readonly customer_id: string | null
}

/** @throws DomainError `not_found`, with `merged_into` where they were merged before; `conflict` for one person */
export async function loadMerging(
  { id, into_member_id }: { readonly id: string; readonly into_member_id: string },
  tx: Tx
): Promise<{ readonly gone: MergingMember; readonly stays: MergingMember }> {
  if (id === into_member_id) {
    const message = "Choose another member: somebody cannot be merged into themselves."
    throw new DomainError("conflict", message, { field: "into_member_id" })
  }
  const rows = await execute<MergingMember>(
    tx,
    `select id, customer_id, last_name, date_of_birth, email, phone, photo_url, notes from membership_member
     where id = any(?) and deleted_at is null and erased_at is null`,
    [textArray([id, into_member_id])]
  )
  const [gone, stays] = [id, into_member_id].map((each) => rows.find((row) => row.id === each))
  if (!gone) throw await missing(id, {}, tx)
  if (!stays) throw await missing(into_member_id, { field: "into_member_id" }, tx)
  return { gone, stays }
}

async function missing(id: string, details: Record<string, unknown>, tx: Tx): Promise<DomainError> {
  const merged_into = await mergedInto(id, tx)
  return new DomainError("not_found", `There is no member with the id ${id}.`, {
    ...{ ...details, id },
    ...(merged_into ? { merged_into } : {}),
  })
}

/** Whose everything is that was this member's; null where they were not merged. */
export async function mergedInto(id: string, tx: Tx): Promise<string | null> {
  const [row] = await execute<{ merged_into_id: string | null }>(
    tx,
    `select merged_into_id from membership_member where id = ?`,
    [id]
  )
  return row?.merged_into_id ?? null
}

/** What a payer owes, locked, and whether the other account is charged for the same (BILL-1). */
export async function lockCharges(
  { from, to }: { readonly from: string; readonly to: string },
  tx: Tx
): Promise<PayerCharge[]> {
  return execute<PayerCharge>(
    tx,
    `select c.id, c.membership_id, m.display_id as membership_display_id, c.status, c.attempt, exists (
              select from membership_charge twin
              where twin.membership_id = c.membership_id and twin.period_key = c.period_key and twin.payer_key = ?
            ) as has_twin
     from membership_charge c join membership m on m.id = c.membership_id
     where c.payer_customer_id = ? and c.settled_at is null and c.deleted_at is null
     order by c.id for update of c`,
    [to, from]
  )
}

export interface StoredProof extends Proof {
  readonly id: string
  readonly member_id: string
}

export const proofsOfMembers = (ids: readonly string[], tx: Tx): Promise<StoredProof[]> =>
  execute<StoredProof>(
    tx,
    `select id, member_id, classification_id, expires_on from membership_proof
     where member_id = any(?) and deleted_at is null order by id`,
    [textArray(ids)]
  )

/** How much of what the duplicate did and has goes along. */
export interface Belongings {
  readonly visits: number
  /** What they show at the front desk. */
  readonly codes: number
  /** Of two codes that change by themselves, one is enough. */
  readonly has_two_rotating: boolean
  readonly invitations: number
}

export async function belongingsOf(
  gone_id: string,
  stays_id: string,
  email: string | null,
  tx: Tx
): Promise<Belongings> {
  const [found] = await execute<Belongings>(
    tx,
    `select (select count(*)::int from membership_visit where member_id = m.id) as visits,
            (select count(*)::int from membership_access_code where member_id = m.id and revoked_at is null
              and deleted_at is null) as codes,
            exists (select from membership_access_code a
              join membership_access_code b on b.member_id = ? and b.kind = 'rotating' and b.revoked_at is null
                and b.deleted_at is null
              where a.member_id = m.id and a.kind = 'rotating' and a.revoked_at is null and a.deleted_at is null
            ) as has_two_rotating,
            (select count(*)::int from membership_invitation
              where email = lower(m.email) and email <> lower(?) and ${ONLY_THEIRS} and accepted_at is null
                and revoked_at is null and deleted_at is null) as invitations
     from membership_member m where m.id = ?`,
    [stays_id, email ?? "", gone_id]
  )
  return found!
}

/** What hangs on an account, and goes over to another one. */
export interface AccountBelongings {
  /** Memberships that it bought, ended ones included. */
  readonly purchases: number
  /** Seats of others that it was to pay for from a coming day on. */
  readonly planned: number
  readonly has_method: boolean
  /** Of the account to which it goes. */
  readonly other_has_method: boolean
}

export async function accountBelongings(
  { from, to }: { readonly from: string; readonly to: string },
  tx: Tx
): Promise<AccountBelongings> {
  const method = "exists (select from membership_payment_method where customer_id = ? and deleted_at is null)"
  const [found] = await execute<AccountBelongings>(
    tx,
    `select (select count(*)::int from membership where customer_id = ? and deleted_at is null) as purchases,
            (select count(*)::int from membership_plan_change
              where to_payer_customer_id = ? and status = 'planned' and deleted_at is null) as planned,
            ${method} as has_method, ${method} as other_has_method`,
    [from, from, from, to]
  )
  return found!
}
