import { SYSTEM } from "../../../domain/actor"
import type { PartOfPeriod } from "../../../domain/billing/part-of-period"
import { periodOf } from "../../../domain/credits/credit-periods"
import { give } from "../../../domain/credits/give"
import { realigned } from "../../../domain/credits/grant-dates"
import { promisedGrants } from "../../../domain/credits/promise"
import { revokeAll } from "../../../domain/credits/revoke"
import type { CreditCause, CreditGrant, CreditWhy, GrantTerms } from "../../../domain/credits/types"
import { endOf } from "../../../domain/credits/usable"
import { hasCome } from "../../../domain/time/calendar"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import type { CreditLedgerService } from "./credit-ledger"
import {
  type CreditMembership,
  isOfPendingSeat,
  loadCreditMemberships,
  loadOnFormerPlans,
  nameOfPeriod,
  type PeriodOfMembership,
  sharers,
} from "./credit-memberships"

export interface GivePeriodInput extends PeriodOfMembership {
  /** 0 is the sale; the n-th renewal, or purchase of an auto-renewing pack, is n. */
  readonly period_index: number
  /** What was paid for each seat of it, after discount and before tax (CREDIT-10). */
  readonly seats: readonly { readonly seat_id: string; readonly value_minor: number }[]
  /** Of a full period, where its charge is prorated (BILL-7); absent or null gives all. */
  readonly part?: PartOfPeriod | null
  readonly cause: CreditCause
}

interface Dependencies {
  clockService: ClockService
  creditLedgerService: CreditLedgerService
}

/** Gives credits with a sale and its renewals, moves their dates with the membership, and takes them back. */
export class CreditGrantService {
  private readonly clock: ClockService
  private readonly ledger: CreditLedgerService

  constructor({ clockService, creditLedgerService }: Dependencies) {
    this.clock = clockService
    this.ledger = creditLedgerService
  }

  /** What a new membership will give; it is given once it is paid (SALE-7). */
  async sold(membership_id: string, values: GivePeriodInput["seats"], tx: Tx): Promise<void> {
    const [membership] = await loadCreditMemberships([membership_id], tx)
    if (membership?.plan.entitlement.type !== "credits") return
    // The seats were written a moment ago, by a service that hands them to the database with the commit.
    const seats = values.map(({ seat_id: id }) => ({
      id,
      starts_on: null,
      canceled_on: null,
      holds: [],
      is_pending: false,
    }))
    await this.ledger.insertGrants(
      termsOf({ ...membership, seats }, 0, values, { part: membership.first_period }),
      tx
    )
    if (membership.is_live) await this.activated([membership_id], tx)
  }

  /** Gives what the sale promised; what was given already stays as it is. */
  async activated(membership_ids: readonly string[], tx: Tx): Promise<void> {
    const all = await this.ledger.ofMemberships(membership_ids, { lock: true }, tx)
    const memberships = await loadCreditMemberships(membership_ids, tx)
    const due = all.filter(
      (grant) =>
        grant.granted_at === null &&
        grant.period_index === 0 &&
        grant.source === "period" &&
        !memberships.some((membership) => isOfPendingSeat(membership, grant))
    )
    await this.give(due, tx)
  }

  /**
   * SEAT-8, CREDIT-7: what seats that were sold later will give for the running period, where credits belong to each
   * seat. A shared balance gets nothing more before the next period.
   */
  async seatsSold(membership_id: string, values: GivePeriodInput["seats"], tx: Tx): Promise<void> {
    const [membership] = await loadCreditMemberships([membership_id], tx)
    if (membership?.plan.credits_belong_to !== "seat") return
    const period_index = periodOf(membership.cadence, await this.clock.now(tx)) ?? 0
    await this.ledger.insertGrants(termsOf(membership, period_index, values), tx)
    await this.seatsPaid(
      membership_id,
      values.map(({ seat_id }) => seat_id),
      tx
    )
  }

  /** Gives what seats that were sold later promised, once they are paid (SALE-7). */
  async seatsPaid(membership_id: string, seat_ids: readonly string[], tx: Tx): Promise<void> {
    const grants = await this.ofSeats(membership_id, seat_ids, tx)
    const [membership] = await loadCreditMemberships([membership_id], tx)
    if (!membership?.is_live) return
    const now = await this.clock.now(tx)
    const due = grants.filter(
      (grant) =>
        grant.granted_at === null && !hasCome(grant.revokes_at, now) && !isOfPendingSeat(membership, grant)
    )
    await this.give(due, tx)
  }

  /** SALE-8: the order that sold these seats was undone, and what they got with it. */
  async seatsVoided(
    membership_id: string,
    seat_ids: readonly string[],
    why: Omit<CreditWhy, "cause">,
    tx: Tx
  ): Promise<void> {
    await this.revoke(await this.ofSeats(membership_id, seat_ids, tx), why, tx)
  }

  /** SALE-8: nothing is left of what an undone sale gave. */
  async voided(membership_ids: readonly string[], why: Omit<CreditWhy, "cause">, tx: Tx): Promise<void> {
    await this.revoke(await this.ledger.ofMemberships(membership_ids, { lock: true }, tx), why, tx)
  }

  /** BILL-10: the money for the rest of a period is given back, and the credits of it that nobody used go with it. */
  async periodRevoked(
    membership_id: string,
    period_index: number,
    why: Omit<CreditWhy, "cause">,
    tx: Tx
  ): Promise<void> {
    const grants = await this.ledger.ofMemberships([membership_id], { lock: true }, tx)
    const of_period = grants.filter(
      (grant) => grant.source === "period" && grant.period_index === period_index
    )
    await this.revoke(of_period, why, tx)
  }

  /** BILL-10: what the former plan had promised for periods that are the new one's, and nobody has reserved, is no more. */
  async planChanged(membership_id: string, from_index: number, tx: Tx): Promise<void> {
    await execute(
      tx,
      `update membership_credit_grant set deleted_at = now(), settles_at = null
       where membership_id = ? and source = 'period' and period_index >= ? and granted_at is null
         and available = 0 and reserved = 0 and deleted_at is null`,
      [membership_id, from_index]
    )
  }

  /**
   * Gives the credits of renewals, whoever asks and however often, in as many statements for a hundred as for one:
   * bookings may have reserved from them already.
   * @returns how many grants were given now
   */
  async givePeriods(periods: readonly GivePeriodInput[], tx: Tx): Promise<number> {
    const at = await this.clock.now(tx)
    const memberships = await loadAtPeriods(periods, tx)
    const given = periods.flatMap(({ cause, ...period }) => {
      const membership = memberships.get(nameOfPeriod(period))
      if (!membership?.is_live) return []
      return termsOf(membership, period.period_index, period.seats, {
        bought_at: at,
        part: period.part ?? null,
      }).map((terms) => ({ terms, cause }))
    })
    if (given.length === 0) return 0
    const terms = given.map((each) => each.terms)
    await this.ledger.insertGrants(terms, tx)
    await this.writeValues(terms, tx)
    const cause_of = new Map(given.map(({ terms: { key }, cause }) => [key, cause]))
    const all = await this.ledger.byKeys([...cause_of.keys()], tx)
    const due = all.filter(({ granted_at }) => granted_at === null)
    const entries = due.map((grant) =>
      give(grant, { at, cause: cause_of.get(grant.key)!, actor: SYSTEM, reason: null })
    )
    return (await this.ledger.write({ grants: [], entries }, tx)).size
  }

  /** BILL-10, CREDIT-7: what a seat gets that joined while the period ran; a shared balance gets nothing before the next. */
  async seatPeriodsPaid(periods: readonly GivePeriodInput[], tx: Tx): Promise<void> {
    if (periods.length === 0) return
    const ids = [...new Set(periods.map(({ membership_id }) => membership_id))]
    const each = (await loadCreditMemberships(ids, tx)).filter(
      ({ plan }) => plan.credits_belong_to === "seat"
    )
    const by_seat = new Set(each.map(({ id }) => id))
    await this.givePeriods(
      periods.filter(({ membership_id }) => by_seat.has(membership_id)),
      tx
    )
  }

  /** The grants of a period that is not paid yet, for bookings to reserve from (TERM-3). */
  async promise(membership: CreditMembership, period_index: number, tx: Tx): Promise<void> {
    const seats = membership.seats.filter(({ is_pending }) => !is_pending)
    const values = seats.map(({ id: seat_id }) => ({ seat_id, value_minor: 0 }))
    await this.ledger.insertGrants(termsOf(membership, period_index, values), tx)
  }

  /** After a verb on seats or the term, or the first visit: grants follow (HOLD-4, TERM-2, CANCEL-1). */
  async realign(membership_id: string, tx: Tx): Promise<void> {
    const grants = await this.ledger.ofMemberships([membership_id], { lock: true }, tx)
    if (grants.length === 0) return
    const now = await this.clock.now(tx)
    const [membership] = await loadCreditMemberships([membership_id], tx)
    const rows = grants.flatMap((grant) => {
      const dates = realigned(grant, membership!.cadence, { seats: sharers(membership!, grant.seat_id), now })
      const moved = (Object.keys(dates) as (keyof typeof dates)[]).some((name) => dates[name] !== grant[name])
      return moved ? [{ id: grant.id, ...dates, settles_at: endOf(dates)?.at ?? null }] : []
    })
    if (rows.length === 0) return
    await execute(
      tx,
      `update membership_credit_grant g
       set starts_on = v.starts_on, expires_on = v.expires_on, starts_at = v.starts_at, expires_at = v.expires_at,
           revokes_at = v.revokes_at, settles_at = v.settles_at, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as v(id text, starts_on text, expires_on text, starts_at timestamptz,
         expires_at timestamptz, revokes_at timestamptz, settles_at timestamptz)
       where g.id = v.id`,
      [JSON.stringify(rows)]
    )
  }

  /** A coming grant learns with the charge what was paid for it, and for how many credits: not fewer than are reserved. */
  private async writeValues(terms: readonly GrantTerms[], tx: Tx): Promise<void> {
    const rows = terms.map(({ key, credits, value_minor }) => ({ key, credits, value_minor }))
    await execute(
      tx,
      `update membership_credit_grant g
       set value_minor = v.value_minor, credits = greatest(v.credits, g.reserved), updated_at = now()
       from jsonb_to_recordset(?::jsonb) as v(key text, credits integer, value_minor bigint)
       where g.key = v.key and g.granted_at is null and g.deleted_at is null`,
      [JSON.stringify(rows)]
    )
  }

  private async ofSeats(membership_id: string, seat_ids: readonly string[], tx: Tx): Promise<CreditGrant[]> {
    const grants = await this.ledger.ofMemberships([membership_id], { lock: true }, tx)
    return grants.filter(({ seat_id }) => seat_id !== null && seat_ids.includes(seat_id))
  }

  private async give(grants: readonly CreditGrant[], tx: Tx): Promise<void> {
    const at = await this.clock.now(tx)
    const entries = grants.map((grant) => give(grant, { at, ...because("sale", grant.membership_id) }))
    await this.ledger.write({ grants: [], entries }, tx)
  }

  private async revoke(grants: readonly CreditGrant[], why: Omit<CreditWhy, "cause">, tx: Tx): Promise<void> {
    const at = await this.clock.now(tx)
    const entries = grants.flatMap((grant) => {
      const cause = { type: "cancellation", id: grant.membership_id }
      return revokeAll(grant, { at, key: `void:${grant.id}`, ...why, cause }) ?? []
    })
    await this.ledger.write({ grants: [], entries }, tx)
  }
}

/** Memberships as each period finds them, by `nameOfPeriod`: a former one on the plan that it was of (BILL-10). */
async function loadAtPeriods(
  periods: readonly PeriodOfMembership[],
  tx: Tx
): Promise<Map<string, CreditMembership>> {
  const ids = [...new Set(periods.map(({ membership_id }) => membership_id))]
  const present = new Map((await loadCreditMemberships(ids, tx)).map((each) => [each.id, each]))
  const isFormer = ({ membership_id, period_index }: PeriodOfMembership) =>
    period_index < (present.get(membership_id)?.cadence.plan_from_index ?? 0)
  const found = await loadOnFormerPlans(periods.filter(isFormer), tx)
  for (const period of periods) {
    const membership = present.get(period.membership_id)
    if (membership && !isFormer(period)) found.set(nameOfPeriod(period), membership)
  }
  return found
}

const termsOf = (
  membership: CreditMembership,
  period_index: number,
  values: GivePeriodInput["seats"],
  {
    bought_at = null,
    part = null,
  }: { readonly bought_at?: Instant | null; readonly part?: PartOfPeriod | null } = {}
): GrantTerms[] =>
  promisedGrants(membership, {
    ...{ period_index, values, bought_at, part },
    newId: () => newEntityId("mcgr"),
  })

const because = (type: string, id: string): CreditWhy => ({
  cause: { type, id },
  actor: SYSTEM,
  reason: null,
})
