import type { Actor } from "../../../domain/actor"
import { adjustGrant, giftCredits } from "../../../domain/credits/adjust"
import { type CreditEffect, creditEffects } from "../../../domain/credits/effects"
import { asInstants, revokesAt } from "../../../domain/credits/grant-dates"
import { exchangeCredits, transferCredits } from "../../../domain/credits/move-credits"
import type { CreditEntry, CreditGrant, LedgerChange } from "../../../domain/credits/types"
import type { EntryInput } from "../../../domain/credits/use-credits"
import { DomainError } from "../../../domain/errors"
import type { HistoryAction } from "../../../domain/memberships/history"
import { assertCalendarDate, compareDates, localDate } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { newEntityId } from "../ids"
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
  /** Decides and tells, writes nothing. */
  readonly preview?: boolean
}

/** By a customer: credits that all seats share are not theirs to give away, unless they manage the whole. */
interface Bounded {
  readonly own_seat_only?: boolean
}

/** What a change does, or did; nothing when the same key did it before. */
export interface CreditsChanged {
  readonly membership_id: string
  readonly currency_code: string
  readonly effects: readonly CreditEffect[]
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

export interface ExchangeCreditsInput extends StaffChange, Bounded {
  readonly membership_id: string
  readonly seat_id: string | null
  readonly from_service_id: string
  readonly to_service_id: string
  readonly times: number
}

export interface TransferCreditsInput extends StaffChange, Bounded {
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

/** What staff do to credits, with a reason, and customers where the plan lets them: adjust, give, exchange, transfer (CREDIT-8, CREDIT-9). */
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
  async adjust({ grant_id, credits, ...change }: AdjustGrantInput, tx: Tx): Promise<CreditsChanged> {
    const [grant] = await this.ledger.byIds([grant_id], { lock: !change.preview }, tx)
    if (!grant)
      throw new DomainError("not_found", `There are no credits with the id ${grant_id}.`, { id: grant_id })
    const of = await this.load(grant.membership_id, tx)
    return this.once("adjust-credits", of, change, tx, (why) => ({
      before: [grant],
      change: { grants: [], entries: [adjustGrant(grant, credits, why)] },
    }))
  }

  /** Credits beside what the plan gives. @throws DomainError `not_found`, `reason_required` */
  async give(input: GiveCreditsInput, tx: Tx): Promise<CreditsChanged> {
    const { membership_id, seat_id, service_ids, credits, expires_on, ...change } = input
    const of = await this.load(membership_id, tx)
    requireSeat(of, seat_id)
    return this.once("give-credits", of, change, tx, (why) => {
      const { time_zone } = of.cadence
      const starts_on = localDate(why.at, time_zone)
      const gift = giftCredits({
        ...{ ...why, id: newId(), membership_id, scope: { seat_id, service_ids }, credits },
        dates: asInstants({ starts_on, expires_on: laterThan(starts_on, expires_on) }, time_zone),
        revokes_at: revokesAt(sharers(of, seat_id), time_zone),
      })
      return { before: [], change: gift }
    })
  }

  /** @throws DomainError `not_found`, `exchange_not_allowed`, `insufficient_credits` */
  async exchange(input: ExchangeCreditsInput, tx: Tx): Promise<CreditsChanged> {
    const { membership_id, seat_id, from_service_id, to_service_id, times, own_seat_only, ...change } = input
    const of = await this.load(membership_id, tx)
    requireSeat(of, seat_id)
    const grants = await this.grantsOf(membership_id, { own_seat_only, ...change }, tx)
    return this.once("exchange-credits", of, change, tx, (why) => {
      const ratio = { exchanges: of.exchanges, from_service_id, to_service_id, times }
      return { before: grants, change: exchangeCredits({ ...why, ...ratio, grants, seat_id, newId }) }
    })
  }

  /** @throws DomainError `not_found`, `seat_empty`, `transfer_not_allowed`, `insufficient_credits` */
  async transfer(input: TransferCreditsInput, tx: Tx): Promise<CreditsChanged> {
    const { membership_id, seat_id, service_id, grant_id, credits, to_seat_id, own_seat_only, ...change } =
      input
    const of = await this.load(membership_id, tx)
    requireSeat(of, seat_id)
    const to = await this.heldSeat(to_seat_id, of, tx)
    const grants = await this.grantsOf(membership_id, { own_seat_only, ...change }, tx)
    return this.once("transfer-credits", of, change, tx, (why) => {
      const use = { seat_id, service_id, credits, at: why.at, now: why.at }
      const { transferable } = of
      const moved = transferCredits({ ...why, grants, transferable, use, grant_id, to, newId })
      return { before: grants, change: moved }
    })
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

  private async grantsOf(
    membership_id: string,
    { preview = false, own_seat_only = false }: Bounded & Pick<StaffChange, "preview">,
    tx: Tx
  ): Promise<CreditGrant[]> {
    await this.settlements.current(membership_id, await this.clock.now(tx), tx)
    const grants = await this.ledger.ofMemberships([membership_id], { lock: !preview }, tx)
    return own_seat_only ? grants.filter(({ seat_id }) => seat_id !== null) : grants
  }

  private async load(id: string, tx: Tx): Promise<CreditMembership> {
    const [membership] = await loadCreditMemberships([id], tx)
    if (membership) return membership
    throw new DomainError("not_found", `There is no membership with the id ${id}.`, { id })
  }

  /** Decides under the locks that the caller took, and writes it unless it is a preview or was done before. */
  private async once(
    action: HistoryAction,
    { id: membership_id, currency_code }: CreditMembership,
    { actor, reason, key, preview = false }: StaffChange,
    tx: Tx,
    decide: (why: EntryInput) => Decision
  ): Promise<CreditsChanged> {
    const done = { membership_id, currency_code }
    if (!preview && (await this.ledger.entriesOf(key, tx)).length > 0) return { ...done, effects: [] }
    const at = await this.clock.now(tx)
    const { before, change } = decide({ at, key, reason, actor, cause: { type: "staff", id: actor.id } })
    const effects = creditEffects(change, before)
    if (preview) return { ...done, effects }
    await this.ledger.write(change, tx)
    const subject = { type: "membership", id: membership_id }
    const changes = { entries: change.entries.map(summary) }
    await this.audit.record({ actor, action, subject, membership_id, changes, reason }, tx)
    return { ...done, effects }
  }
}

interface Decision {
  readonly before: readonly CreditGrant[]
  readonly change: LedgerChange
}

const newId = (): string => newEntityId("mcgr")

const summary = ({ grant_id, kind, available, available_value_minor }: CreditEntry) => ({
  ...{ grant_id, kind, available, available_value_minor },
})

function laterThan(today: CalendarDate, expires_on: CalendarDate | null): CalendarDate | null {
  if (expires_on === null) return null
  const day = assertCalendarDate(expires_on, "expires_on")
  if (compareDates(today, day) < 0) return day
  throw new DomainError("credits_ended", "These credits would have ended already. Choose a later day.", {
    field: "expires_on",
  })
}

function requireSeat({ seats }: CreditMembership, seat_id: string | null): void {
  if (seat_id === null || seats.some(({ id }) => id === seat_id)) return
  throw new DomainError("not_found", `There is no seat with the id ${seat_id}.`, { seat_id })
}
