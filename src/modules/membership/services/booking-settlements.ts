import { fineCharge, fineKey } from "../../../domain/billing/fines"
import { type BookingOutcome, bookingEffect } from "../../../domain/credits/booking-outcome"
import type { CreditWhy } from "../../../domain/credits/types"
import { DomainError } from "../../../domain/errors"
import type { Service } from "../../../domain/services/types"
import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { loadBilling } from "./billing-loading"
import { insertCharges } from "./charge-insertion"
import type { ClockService } from "./clock"
import type { CreditService } from "./credits"

export interface SettleBookingInput extends CreditWhy {
  /** The booking's key: by which it reserved its credits, and by which its fine is named. */
  readonly of_key: string
  /** Whether it reserved credits; one of unlimited visits has none to settle. */
  readonly took_credits: boolean
  readonly membership_id: string
  /** Whose visit it was to be, also where the credits are pooled: the seat's payer is fined (SEAT-4). */
  readonly seat_id: string
  readonly service_id: string
  /** When the visit begins. */
  readonly starts_at: Instant
  readonly outcome: BookingOutcome
  /** The key of what is written in the ledger. */
  readonly key: string
}

export interface SettledBooking {
  /** false where it was settled before, and stays as it was. */
  readonly settled: boolean
  /** Of its fine, whenever that was made. */
  readonly charge_id: string | null
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditService: CreditService
}

/** What becomes of a booking's credits, and what a missed visit costs, as its service says (CREDIT-4). */
export class BookingSettlementService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly credits: CreditService

  constructor({ auditService, clockService, creditService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.credits = creditService
  }

  /**
   * Once for each booking, whoever tells its outcome and however often: the first decides. Its membership is locked, so
   * that two wait for each other before the ledger and the charges are looked at.
   * @throws DomainError `not_found`; as `settleUse`
   */
  async settle(input: SettleBookingInput, tx: Tx): Promise<SettledBooking> {
    const { of_key, took_credits, membership_id, key, cause, actor, reason } = input
    const { currency_code, is_live } = await lockMembership(input, tx)
    const service = await loadService(input.service_id, tx)
    const { credits: verb, fine_minor } = bookingEffect({ ...input, service, currency_code })
    const fined = await fineOf(membership_id, of_key, tx)
    if (fined !== null) return { settled: false, charge_id: fined }
    const settled = took_credits
      ? await this.credits.settleUse({ of_key, verb, key, cause, actor, reason }, tx)
      : true
    // Whoever has a sale that was undone owes nothing for what it had booked (SALE-8).
    if (!settled || !is_live || fine_minor === null) return { settled, charge_id: null }
    return { settled, charge_id: await this.fine(input, { service, fine_minor, currency_code }, tx) }
  }

  private async fine(
    { of_key, membership_id, seat_id, starts_at, outcome, actor, reason }: SettleBookingInput,
    { service, fine_minor, currency_code }: Fine,
    tx: Tx
  ): Promise<string> {
    const [billing] = await loadBilling([membership_id], tx)
    const { seats, chart, zone, purchaser_customer_id } = billing!.membership
    const seat = seats.find(({ id }) => id === seat_id)
    if (!seat)
      throw new DomainError("not_found", "The membership has no such seat.", {
        field: "seat_id",
        id: seat_id,
      })
    const visit = { service_id: service.id, service_name: service.name, starts_at }
    const now = await this.clock.now(tx)
    const charge = fineCharge({
      ...{ booking_key: of_key, fine_minor, visit, seat, purchaser_customer_id, chart, zone, now },
    })
    await insertCharges([{ ...charge, membership_id, period_index: 0, currency_code }], tx)
    const id = (await fineOf(membership_id, of_key, tx))!
    const subject = { type: "charge", id }
    const changes = { seat_id, fine_minor, currency_code, ...visit, outcome: outcome.type }
    await this.audit.record(
      { actor, action: "fine-missed-visit", subject, membership_id, changes, reason },
      tx
    )
    return id
  }
}

interface Fine {
  readonly service: BookedService
  readonly fine_minor: number
  readonly currency_code: string
}

type BookedService = Pick<Service, "id" | "name" | "missed_visit" | "cancellation_window_minutes">

/** Of the booking's key, where it took credits: nobody is fined for what somebody else booked. */
async function lockMembership(
  { membership_id: id, of_key, took_credits }: SettleBookingInput,
  tx: Tx
): Promise<{ readonly currency_code: string; readonly is_live: boolean }> {
  const [membership] = await execute<{ readonly currency_code: string; readonly is_live: boolean }>(
    tx,
    `select currency_code, activated_at is not null and voided_at is null as is_live from membership
     where id = ? and deleted_at is null and (not ? or exists (
       select from membership_credit_entry e
       where e.membership_id = membership.id and e.idempotency_key = ? and e.deleted_at is null))
     for update`,
    [id, took_credits, of_key]
  )
  if (membership) return membership
  throw new DomainError("not_found", "There is no membership with this booking.", { id, key: of_key })
}

/** Also one that is archived by now: it was booked before. */
async function loadService(id: string, tx: Tx): Promise<BookedService> {
  const [service] = await execute<BookedService>(
    tx,
    `select id, name, missed_visit, cancellation_window_minutes from membership_service where id = ?`,
    [id]
  )
  if (service) return service
  throw new DomainError("not_found", `There is no service with the id ${id}.`, { field: "service_id", id })
}

/** Whoever pays it: the index keeps one for each payer, and payers change. */
async function fineOf(membership_id: string, booking_key: string, tx: Tx): Promise<string | null> {
  const [charge] = await execute<{ id: string }>(
    tx,
    `select id from membership_charge where membership_id = ? and period_key = ? and deleted_at is null`,
    [membership_id, fineKey(booking_key)]
  )
  return charge?.id ?? null
}
