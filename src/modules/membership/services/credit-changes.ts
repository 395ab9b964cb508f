import { generateEntityId } from "@medusajs/framework/utils"
import type { Actor } from "../../../domain/actor"
import { adjustGrant, giftCredits } from "../../../domain/credits/adjust"
import { asInstants, revokesAt } from "../../../domain/credits/grant-dates"
import { exchangeCredits, transferCredits } from "../../../domain/credits/move-credits"
import type { CreditEntry, CreditGrant, LedgerChange } from "../../../domain/credits/types"
import { DomainError } from "../../../domain/errors"
import { assertCalendarDate, localDate } from "../../../domain/time/calendar"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditLedgerService } from "./credit-ledger"
import { type CreditMembership, loadCreditMemberships, sharers } from "./credit-memberships"
import type { CreditSettlementService } from "./credit-settlements"

interface StaffChange {
  readonly reason: string | null
  readonly actor: Actor
  /** The same key changes credits once. */
  readonly key: string
}

export interface AdjustGrantInput extends StaffChange {
  readonly grant_id: string
  /** Added when positive, taken away when negative. */
  readonly credits: number
}

export interface GiveCreditsInput extends StaffChange {
  readonly membership_id: string
  readonly credits: number
  readonly seat_id: string | null
  /** null is every service. */
  readonly service_ids: readonly string[] | null
  /** The first day without them; null never. */
  readonly expires_on: CalendarDate | null
}

export interface ExchangeCreditsInput extends StaffChange {
  readonly membership_id: string
  readonly seat_id: string | null
  readonly from_service_id: string
  readonly to_service_id: string
  readonly times: number
}

export interface TransferCreditsInput extends StaffChange {
  readonly membership_id: string
  readonly seat_id: string | null
  readonly service_id: string | null
  readonly grant_id: string | null
  readonly credits: number
  /** The seat that the other member holds. */
  readonly to_seat_id: string
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditLedgerService: CreditLedgerService
  creditSettlementService: CreditSettlementService
}

/** What staff do to credits, with a reason: adjust, give, exchange, transfer (CREDIT-8, CREDIT-9). */
export class CreditChangeService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly ledger: CreditLedgerService
  private readonly settlements: CreditSettlementService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.ledger = dependencies.creditLedgerService
    this.settlements = dependencies.creditSettlementService
  }

  /** @throws DomainError `not_found`, `reason_required`, `insufficient_credits`, `credits_ended` */
  async adjust({ grant_id, credits, ...change }: AdjustGrantInput, tx: Tx): Promise<string> {
    const [grant] = await this.ledger.byIds([grant_id], { lock: true }, tx)
    if (!grant)
      throw new DomainError("not_found", `There are no credits with the id ${grant_id}.`, { id: grant_id })
    if (await this.isDone(change.key, tx)) return grant.membership_id
    const entry = adjustGrant(grant, credits, await this.input(change, tx))
    await this.write("adjust-credits", grant.membership_id, { grants: [], entries: [entry] }, change, tx)
    return grant.membership_id
  }

  /** Credits beside what the plan gives. @throws DomainError `not_found`, `reason_required` */
  async give(input: GiveCreditsInput, tx: Tx): Promise<void> {
    const { membership_id, seat_id, service_ids, credits, expires_on, ...change } = input
    const membership = await this.load(membership_id, tx)
    requireSeat(membership, seat_id)
    if (await this.isDone(change.key, tx)) return
    const why = await this.input(change, tx)
    const { time_zone } = membership.cadence
    const starts_on = localDate(why.at, time_zone)
    const day = expires_on === null ? null : assertCalendarDate(expires_on, "expires_on")
    const gift = giftCredits({
      ...why,
      ...{ id: generateEntityId(undefined, "mcgr"), membership_id, scope: { seat_id, service_ids }, credits },
      dates: asInstants({ starts_on, expires_on: day }, time_zone),
      revokes_at: revokesAt(sharers(membership, seat_id), time_zone),
    })
    await this.write("give-credits", membership_id, gift, change, tx)
  }

  /** @throws DomainError `not_found`, `exchange_not_allowed`, `insufficient_credits` */
  async exchange(input: ExchangeCreditsInput, tx: Tx): Promise<void> {
    const { membership_id, seat_id, from_service_id, to_service_id, times, ...change } = input
    const membership = await this.load(membership_id, tx)
    const grants = await this.locked(membership_id, tx)
    if (await this.isDone(change.key, tx)) return
    const exchanged = exchangeCredits({
      ...(await this.input(change, tx)),
      ...{ grants, exchanges: membership.exchanges, from_service_id, to_service_id, times, seat_id, newId },
    })
    await this.write("exchange-credits", membership_id, exchanged, change, tx)
  }

  /** @throws DomainError `not_found`, `seat_empty`, `transfer_not_allowed`, `insufficient_credits` */
  async transfer(input: TransferCreditsInput, tx: Tx): Promise<void> {
    const { membership_id, seat_id, service_id, grant_id, credits, to_seat_id, ...change } = input
    const from = await this.load(membership_id, tx)
    const to = await this.heldSeat(to_seat_id, from, tx)
    const grants = await this.locked(membership_id, tx)
    if (await this.isDone(change.key, tx)) return
    const why = await this.input(change, tx)
    const use = { seat_id, service_id, credits, at: why.at, now: why.at }
    const { transferable } = from
    const moved = transferCredits({ ...why, grants, transferable, use, grant_id, to, newId })
    await this.write("transfer-credits", membership_id, moved, change, tx)
  }

  private async heldSeat(id: string, { currency_code }: CreditMembership, tx: Tx) {
    const [seat] = await execute<{ membership_id: string; is_held: boolean }>(
      tx,
      `select s.membership_id, exists (select from membership_seat_holder h
         where h.seat_id = s.id and h.held_until is null and h.deleted_at is null) as is_held
       from membership_seat s where s.id = ? and s.deleted_at is null`,
      [id]
    )
    const other = seat ? await this.load(seat.membership_id, tx) : null
    if (!seat || !other?.is_live || other.currency_code !== currency_code)
      throw new DomainError("not_found", `There is no seat with the id ${id} to give them to.`, { id })
    if (!seat.is_held) throw new DomainError("seat_empty", "Nobody sits there.", { seat_id: id })
    const revokes_at = revokesAt(sharers(other, id), other.cadence.time_zone)
    return { membership_id: other.id, seat_id: id, revokes_at }
  }

  private async locked(membership_id: string, tx: Tx): Promise<CreditGrant[]> {
    await this.settlements.current(membership_id, await this.clock.now(tx), tx)
    return this.ledger.ofMemberships([membership_id], { lock: true }, tx)
  }

  private async load(id: string, tx: Tx): Promise<CreditMembership> {
    const [membership] = await loadCreditMemberships([id], tx)
    if (membership) return membership
    throw new DomainError("not_found", `There is no membership with the id ${id}.`, { id })
  }

  private async isDone(key: string, tx: Tx): Promise<boolean> {
    return (await this.ledger.entriesOf(key, tx)).length > 0
  }

  private async input({ reason, actor, key }: StaffChange, tx: Tx) {
    const at: Instant = await this.clock.now(tx)
    return { at, key, reason, actor, cause: { type: "staff", id: actor.id } }
  }

  private async write(
    action: string,
    membership_id: string,
    change: LedgerChange,
    { actor, reason }: StaffChange,
    tx: Tx
  ): Promise<void> {
    await this.ledger.write(change, tx)
    const subject = { type: "membership", id: membership_id }
    const changes = { entries: change.entries.map(summary) }
    await this.audit.record({ actor, action, subject, membership_id, changes, reason }, tx)
  }
}

const newId = (): string => generateEntityId(undefined, "mcgr")

const summary = ({ grant_id, kind, available, available_value_minor }: CreditEntry) => ({
  ...{ grant_id, kind, available, available_value_minor },
})

function requireSeat({ seats }: CreditMembership, seat_id: string | null): void {
  if (seat_id === null || seats.some(({ id }) => id === seat_id)) return
  throw new DomainError("not_found", `There is no seat with the id ${seat_id}.`, { seat_id })
}
