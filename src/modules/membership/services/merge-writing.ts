import { creditsOfOther } from "../../../domain/billing/merged-payer"
import type { DuesCredit } from "../../../domain/billing/dues-credits"
import type { PersonalFacts } from "../../../domain/people/merge"
import type { Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { forgetMethod } from "./erased-payers"
import type { NamedCustomer } from "./erasures"
import { ONLY_THEIRS } from "./forgotten-members"
import { endHolding, ENDS_AT } from "./held-seats"

/** From which account all goes over to which, and how that one is named on what was bought. */
export interface AccountMove {
  readonly from: string
  readonly to: string
  readonly named: NamedCustomer | undefined
}

interface MoneyMove extends AccountMove {
  /** Locked, and not asked of any provider yet. */
  readonly charge_ids: readonly string[]
  /** The memberships on which something of the account stands, locked. */
  readonly membership_ids: readonly string[]
}

/** BILL-11: what one account bought, owes and is to pay is the other's, and it is charged by that one's method alone. */
export async function moveAccount(move: MoneyMove, tx: Tx): Promise<void> {
  const { from, to, named, charge_ids } = move
  await execute(
    tx,
    `update membership set customer_id = ?, customer_name = ?, customer_email = ?, updated_at = now()
     where customer_id = ?`,
    [to, named?.name ?? null, named?.email ?? null, from]
  )
  await execute(
    tx,
    `update membership_seat set payer_customer_id = ?, updated_at = now() where payer_customer_id = ?`,
    [to, from]
  )
  // Its key names the payer too, so that the period is charged to nobody a second time (BILL-1).
  await execute(
    tx,
    `update membership_charge set payer_key = ?, payer_customer_id = ?, updated_at = now() where id = any(?)`,
    [to, to, textArray(charge_ids)]
  )
  await execute(
    tx,
    `update membership_notice set customer_id = ?, updated_at = now() where customer_id = ? and send_at is not null`,
    [to, from]
  )
  await moveCredits(move, tx)
  await execute(
    tx,
    `update membership_plan_change set to_payer_customer_id = ?, updated_at = now()
     where to_payer_customer_id = ? and status = 'planned' and deleted_at is null`,
    [to, from]
  )
  // Whoever planned to take a seat elsewhere is asked by the account that they go on with (BILL-10).
  await execute(
    tx,
    `update membership_plan_change set actor_id = ?, updated_at = now()
     where actor_type = 'customer' and actor_id = ? and status = 'planned' and deleted_at is null`,
    [to, from]
  )
  await moveOfferUses(move, tx)
  await forgetMethod(from, tx)
}

/** What changes of plan gave back to the one account is taken off the other's charges (BILL-10). */
async function moveCredits({ from, to, membership_ids }: MoneyMove, tx: Tx): Promise<void> {
  const rows = await execute<{ id: string; dues_credits: DuesCredit[] }>(
    tx,
    `select id, dues_credits from membership where id = any(?) and dues_credits is not null`,
    [textArray(membership_ids)]
  )
  for (const { id, dues_credits } of rows)
    await execute(tx, `update membership set dues_credits = ?::jsonb, updated_at = now() where id = ?`, [
      JSON.stringify(creditsOfOther(dues_credits, { from, to })),
      id,
    ])
}

/** Introductory offers that either of them had count for the one person (PLAN-8). */
async function moveOfferUses({ from, to }: AccountMove, tx: Tx): Promise<void> {
  await execute(
    tx,
    `update membership_offer_use u set scope_id = ?, ordinal = moved.ordinal, updated_at = now()
     from (
       select own.id, row_number() over (partition by own.plan_id order by own.ordinal) + coalesce((
           select max(other.ordinal) from membership_offer_use other
           where other.plan_id = own.plan_id and other.scope = 'customer' and other.scope_id = ?
             and other.deleted_at is null), 0) as ordinal
       from membership_offer_use own
       where own.scope = 'customer' and own.scope_id = ? and own.deleted_at is null
     ) moved
     where u.id = moved.id`,
    [to, to, from]
  )
}

interface MemberMove {
  readonly gone_id: string
  readonly stays_id: string
  readonly proof_ids: readonly string[]
  readonly now: Instant
}

/** What a member did and has is the other's; from here on the row says whose. */
export async function moveMember({ gone_id, stays_id, proof_ids, now }: MemberMove, tx: Tx): Promise<void> {
  await execute(
    tx,
    `update membership_member set merged_into_id = ?, updated_at = now() where id = ? or merged_into_id = ?`,
    [stays_id, gone_id, gone_id]
  )
  await moveHoldings(gone_id, stays_id, now, tx)
  await execute(tx, `update membership_visit set member_id = ?, updated_at = now() where member_id = ?`, [
    stays_id,
    gone_id,
  ])
  await execute(
    tx,
    `update membership_access_code c set member_id = ?, updated_at = now()
     where c.member_id = ? and not (c.kind = 'rotating' and c.revoked_at is null and exists (
       select from membership_access_code other
       where other.member_id = ? and other.kind = 'rotating' and other.revoked_at is null
         and other.deleted_at is null))`,
    [stays_id, gone_id, stays_id]
  )
  await execute(tx, `update membership_proof set member_id = ?, updated_at = now() where id = any(?)`, [
    stays_id,
    textArray(proof_ids),
  ])
}

/** Who held a seat from when to when stays told, of the one person (SEAT-3), who holds one seat of a membership (SEAT-2). */
async function moveHoldings(gone_id: string, stays_id: string, now: Instant, tx: Tx): Promise<void> {
  await endHolding([`h.member_id in (?, ?) and ${ENDS_AT} <= ?`, gone_id, stays_id, now], now, tx)
  const both = `h.member_id = ? and exists (
    select from membership_seat_holder other
    where other.membership_id = h.membership_id and other.member_id = ? and other.held_until is null
      and other.deleted_at is null)`
  await endHolding([both, gone_id, stays_id], now, tx)
  await execute(
    tx,
    `update membership_seat_holder set member_id = ?, updated_at = now() where member_id = ?`,
    [stays_id, gone_id]
  )
}

/** What is known of the one person; whoever checks them in at this moment decides again (ACCESS-4). */
export async function writeFacts(id: string, facts: PersonalFacts, tx: Tx): Promise<void> {
  const { last_name, date_of_birth, email, phone, photo_url, notes } = facts
  await execute(
    tx,
    `update membership_member
     set last_name = ?, date_of_birth = ?, email = ?, phone = ?, photo_url = ?, notes = ?,
         visit_revision = visit_revision + 1, updated_at = now()
     where id = ?`,
    [last_name, date_of_birth, email, phone, photo_url, notes, id]
  )
}

/** Invitations to the address that gives way go by the one that stays, which the account has to have (SEAT-1). */
export async function moveInvitations(gone_id: string, email: string | null, tx: Tx): Promise<void> {
  if (email === null) return
  await execute(
    tx,
    `update membership_invitation i set email = lower(?), updated_at = now()
     from membership_member m where m.id = ? and i.email = lower(m.email) and ${ONLY_THEIRS}`,
    [email, gone_id]
  )
}

interface Place {
  readonly customer_id: string | null
  readonly household_id: string | null
  readonly is_guardian: boolean
}

export async function writePlace(id: string, place: Place, tx: Tx): Promise<void> {
  await execute(
    tx,
    `update membership_member set customer_id = ?, household_id = ?, is_guardian = ?, updated_at = now()
     where id = ?`,
    [place.customer_id, place.household_id, place.is_guardian, id]
  )
}
