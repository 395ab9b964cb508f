import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { DELETED_CUSTOMER } from "../../../domain/people/erased"
import type { Leaving } from "../../../domain/people/households"
import { difference } from "../../../domain/seats/difference"
import { decideDeparture, type Departure, type GonePerson } from "../../../domain/seats/people-gone"
import type { SeatedMembership } from "../../../domain/seats/types"
import type { Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import { departureFacts, type MembershipEffects, toldOf } from "./departures"
import { forgetMethod, type PayerEffect, stopCharging } from "./erased-payers"
import { forgetMember, ONLY_THEIRS } from "./forgotten-members"
import { endHolding } from "./held-seats"
import type { HouseholdService } from "./households"
import { lockMember } from "./people-loading"
import { type LoadedMembership, loadMembership, loadSeats } from "./seat-loading"
import { writeSeats } from "./seat-writing"
import { lockTheirs } from "./their-memberships"

export interface EraseMemberInput {
  readonly id: string
  readonly actor: Actor
  /** Decides and tells, writes nothing. */
  readonly preview: boolean
}

/** Who a customer is, for the copies on a membership that they take over. */
export interface NamedCustomer {
  readonly name: string | null
  readonly email: string | null
}

export interface EraseCustomerInput {
  readonly customer_id: string
  /** Those who may take a membership over, by customer id. */
  readonly heirs: Readonly<Record<string, NamedCustomer>>
  readonly actor: Actor
  readonly preview: boolean
}

/** What a deletion does beside the memberships. */
export type PersonEffect =
  | PayerEffect
  | { readonly code: "member_erased"; readonly member_id: string }
  | { readonly code: "proofs_removed" | "invitations_revoked" | "guests_erased"; readonly count: number }
  | {
      readonly code: "household_left" | "household_dissolved" | "household_without_guardian"
      readonly household_id: string
      readonly household_name: string
    }
  /** Their name and e-mail give way on so many memberships that they bought. */
  | { readonly code: "purchaser_erased"; readonly count: number }

export interface Erasure {
  readonly memberships: readonly MembershipEffects[]
  readonly effects: readonly PersonEffect[]
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditGrantService: CreditGrantService
  householdService: HouseholdService
}

/**
 * Deleting people deletes no history: rows stay and point to them, names give way, seats end, dues stop or go to a payer
 * who is named (PEOPLE-6, SAFE-2, BILL-11). Memberships are locked before households, those before members, and those before
 * grants, which end with their seats (CANCEL-1).
 */
export class ErasureService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly credits: CreditGrantService
  private readonly households: HouseholdService

  constructor({ auditService, clockService, creditGrantService, householdService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.credits = creditGrantService
    this.households = householdService
  }

  /** @throws DomainError `not_found`; `household_needs_guardian` for the last guardian of others (PEOPLE-2) */
  async eraseMember({ id, actor, preview }: EraseMemberInput, tx: Tx): Promise<Erasure> {
    const gone = { member_id: id, customer_id: null }
    const ids = await lockTheirs(gone, tx)
    const leaving = await this.households.leaving(id, { is_forced: false }, tx)
    if (!(await lockMember(id, tx)))
      throw new DomainError("not_found", `There is no member with the id ${id}.`, { id })
    const work = { gone, actor, preview, reason: "The member was deleted.", heirs: {} }
    const memberships = await this.departAll(ids, work, tx)
    return { memberships, effects: await this.forget(id, leaving, work, tx) }
  }

  /** Once the platform has deleted the customer; doing it again finds nothing to do. */
  async eraseCustomer({ customer_id, heirs, actor, preview }: EraseCustomerInput, tx: Tx): Promise<Erasure> {
    const gone = { member_id: await memberOf(customer_id, tx), customer_id }
    const ids = await lockTheirs(gone, tx)
    const { member_id } = gone
    const leaving = member_id ? await this.households.leaving(member_id, { is_forced: true }, tx) : null
    const work = { gone, actor, preview, reason: "The customer was deleted.", heirs }
    const memberships = await this.departAll(ids, work, tx)
    const forgotten = member_id ? await this.forget(member_id, leaving, work, tx) : []
    const stopped = await stopCharging(customer_id, { preview, now: await this.clock.now(tx) }, tx)
    const effects = [...stopped, ...forgotten, ...(await this.forgetPurchaser(customer_id, work, tx))]
    if (!preview) await forgetMethod(customer_id, tx)
    if (!preview && memberships.length + effects.length > 0) {
      const subject = { type: "customer", id: customer_id }
      const membership_ids = memberships.map(({ membership_id }) => membership_id)
      await this.audit.record({ actor, action: "erase-customer", subject, changes: { membership_ids } }, tx)
    }
    return { memberships, effects }
  }

  /** Customers beside this one who pay for seats of memberships that this one bought. */
  async payersBeside(customer_id: string, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string }>(
      tx,
      `select distinct s.payer_customer_id as id from membership m join membership_seat s on s.membership_id = m.id
       where m.customer_id = ? and s.payer_customer_id <> m.customer_id`,
      [customer_id]
    )
    return rows.map(({ id }) => id)
  }

  /** Of these customers, those whom something still names, or charges. */
  async customersToErase(ids: readonly string[], tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string }>(
      tx,
      `select customer_id as id from membership_member where customer_id = any(?) and deleted_at is null
       union select customer_id from membership
         where customer_id = any(?) and (customer_name is distinct from ? or customer_email is not null)
       union select s.payer_customer_id from membership_seat s join membership m on m.id = s.membership_id
         where s.payer_customer_id = any(?) and s.canceled_on is null and m.status <> all(?)
       union select customer_id from membership_payment_method where customer_id = any(?)`,
      [
        ...[textArray(ids), textArray(ids), DELETED_CUSTOMER, textArray(ids), textArray(ENDED_STATUSES)],
        textArray(ids),
      ]
    )
    return rows.map(({ id }) => id)
  }

  private async departAll(ids: readonly string[], work: Work, tx: Tx): Promise<MembershipEffects[]> {
    const now = await this.clock.now(tx)
    const told: MembershipEffects[] = []
    for (const id of ids) {
      const loaded = await loadMembership(id, { lock: false }, tx)
      const before = await loadSeats(loaded, tx)
      const departure = decideDeparture(
        departureFacts(loaded, before, { now, reason: work.reason }),
        work.gone
      )
      if (departure === null) continue
      if (!work.preview) await this.apply({ loaded, before, departure, now }, work, tx)
      told.push(toldOf(loaded, before, departure.effects))
    }
    if (!work.preview && work.gone.member_id)
      await endHolding(["h.member_id = ?", work.gone.member_id], now, tx)
    return told
  }

  private async apply({ loaded, before, departure, now }: Decided, work: Work, tx: Tx): Promise<void> {
    const { after, effects, purchaser_customer_id: heir } = departure
    const changed = difference(before, after)
    await writeSeats({ loaded, after, changed, now }, tx)
    await this.credits.realign(loaded.id, tx)
    if (heir !== undefined) await handOver(loaded.id, heir, work.heirs[heir], tx)
    const subject = { type: "membership", id: loaded.id }
    const action = work.gone.customer_id === null ? "remove-deleted-member" : "remove-deleted-customer"
    const { actor, reason } = work
    const changes = { effects, changed, ...work.gone }
    await this.audit.record({ actor, action, subject, membership_id: loaded.id, changes, reason }, tx)
  }

  private async forget(id: string, leaving: Leaving | null, work: Work, tx: Tx): Promise<PersonEffect[]> {
    const { actor, preview } = work
    const [known] = await execute<Known>(
      tx,
      `select (select count(*)::int from membership_proof where member_id = m.id and deleted_at is null) as proofs,
              (select count(*)::int from membership_invitation
                where email = lower(m.email) and ${ONLY_THEIRS} and accepted_at is null and revoked_at is null
                  and deleted_at is null) as invitations,
              (select count(*)::int from membership_visit where member_id = m.id and guest_name <> '') as guests
       from membership_member m where m.id = ?`,
      [id]
    )
    const { proofs, invitations, guests } = known!
    if (!preview) {
      await this.households.applyLeaving(leaving, tx)
      if (leaving?.is_emptied) await forgetHousehold(leaving.household_id, tx)
      await forgetMember(id, await this.clock.now(tx), tx)
      await this.audit.record({ actor, action: "delete-member", subject: { type: "member", id } }, tx)
    }
    const counts = [
      ...(proofs ? [{ code: "proofs_removed" as const, count: proofs }] : []),
      ...(invitations ? [{ code: "invitations_revoked" as const, count: invitations }] : []),
      ...(guests ? [{ code: "guests_erased" as const, count: guests }] : []),
    ]
    return [...counts, ...householdEffects(leaving), { code: "member_erased", member_id: id }]
  }

  private async forgetPurchaser(customer_id: string, { preview }: Work, tx: Tx): Promise<PersonEffect[]> {
    const named = `customer_id = ? and (customer_name is distinct from ? or customer_email is not null)`
    const bindings = [customer_id, DELETED_CUSTOMER]
    const rows = await execute<{ id: string }>(
      tx,
      preview
        ? `select id from membership where ${named}`
        : `update membership set customer_name = '${DELETED_CUSTOMER}', customer_email = null, updated_at = now()
           where ${named} returning id`,
      bindings
    )
    return rows.length ? [{ code: "purchaser_erased", count: rows.length }] : []
  }
}

/** What all memberships of one deletion have in common. */
interface Work {
  readonly gone: GonePerson
  readonly actor: Actor
  readonly preview: boolean
  readonly reason: string
  readonly heirs: EraseCustomerInput["heirs"]
}

interface Decided {
  readonly loaded: LoadedMembership
  readonly before: SeatedMembership
  readonly departure: Departure
  readonly now: Instant
}

interface Known {
  readonly proofs: number
  readonly invitations: number
  /** Visits that name somebody whom they brought along. */
  readonly guests: number
}

function householdEffects(leaving: Leaving | null): PersonEffect[] {
  if (leaving === null) return []
  const { household_id, household_name, is_emptied, is_unguarded } = leaving
  const household = { household_id, household_name }
  if (is_emptied) return [{ code: "household_dissolved", ...household }]
  const left: PersonEffect = { code: "household_left", ...household }
  return is_unguarded ? [left, { code: "household_without_guardian", ...household }] : [left]
}

async function memberOf(customer_id: string, tx: Tx): Promise<string | null> {
  const statement = `select id from membership_member where customer_id = ? and deleted_at is null`
  const [member] = await execute<{ id: string }>(tx, statement, [customer_id])
  return member?.id ?? null
}

async function handOver(
  id: string,
  customer_id: string,
  heir: NamedCustomer | undefined,
  tx: Tx
): Promise<void> {
  await execute(
    tx,
    `update membership set customer_id = ?, customer_name = ?, customer_email = ?, updated_at = now() where id = ?`,
    [customer_id, heir?.name ?? null, heir?.email ?? null, id]
  )
}

async function forgetHousehold(id: string, tx: Tx): Promise<void> {
  await execute(tx, `update membership_household set name = '' where id = ?`, [id])
}
