import { type Actor, SYSTEM } from "../../../domain/actor"
import { type CurrentMethod, type MethodRef, replacesMethod } from "../../../domain/billing/payment-methods"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import type { CalendarDate } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import type { SavedMethod } from "../mapping/charges"
import { execute, lockRows, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { loadBillingSettings } from "./billing-settings-loading"
import type { ChargeAnswerService } from "./charge-answers"
import type { ClockService } from "./clock"
import type { LocationService } from "./locations"

/** A method as its provider tells it, with what people know it by. */
export interface PayerMethod extends SavedMethod {
  readonly label: string
  /** The last day on which it can be charged. */
  readonly expires_on: CalendarDate | null
}

/** A sale whose payment may have left a method for renewals. */
export interface MethodSeeker {
  readonly membership_id: string
  readonly order_id: string
  readonly customer_id: string
}

export type MethodSeekersFilter = { readonly membership_ids: readonly string[] } | { readonly limit: number }

export interface KeepMethodInput {
  readonly customer_id: string
  /** Those that the payment sold. */
  readonly membership_ids: readonly string[]
  /** null: nothing was saved with the payment. */
  readonly paid_with: (PayerMethod & { readonly is_chosen: boolean }) | null
}

export interface ChooseMethodInput {
  readonly customer_id: string
  readonly method: PayerMethod
  readonly actor: Actor
}

export interface StopMethodInput extends MethodRef {
  readonly customer_id: string
  readonly actor: Actor
}

/** What a new method sets in motion. */
export interface MethodChosen {
  /** Failed charges that are tried again at once (BILL-3). */
  readonly retried: readonly string[]
}

/** A membership that charges a customer later. */
export interface PaidMembership {
  readonly id: string
  readonly display_id: number
  readonly plan_name: string
}

interface Dependencies {
  auditService: AuditService
  chargeAnswerService: ChargeAnswerService
  clockService: ClockService
  locationService: LocationService
}

/** By which saved method each payer's charges are settled (SALE-12). */
export class PaymentMethodService {
  private readonly audit: AuditService
  private readonly answers: ChargeAnswerService
  private readonly clock: ClockService
  private readonly locations: LocationService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.answers = dependencies.chargeAnswerService
    this.clock = dependencies.clockService
    this.locations = dependencies.locationService
  }

  /** Active memberships with later charges of which it is not known yet, the oldest first; by the sweep, recent ones. */
  async seekers(filter: MethodSeekersFilter, tx: Tx): Promise<MethodSeeker[]> {
    const [condition, ...bindings] =
      "limit" in filter
        ? ["m.created_at > now() - interval '48 hours' order by m.created_at limit ?", filter.limit]
        : ["m.id = any(?) order by m.id", textArray(filter.membership_ids)]
    return execute<MethodSeeker>(
      tx,
      `select m.id as membership_id, m.order_id, m.customer_id
       from membership m join membership_plan p on p.id = m.plan_id
       where m.payment_method_sought_at is null and m.activated_at is not null and m.voided_at is null
         and m.order_id is not null and m.customer_id is not null and ${CHARGES_LATER} and m.deleted_at is null
         and ${condition}`,
      bindings
    )
  }

  /** What paid a sale pays its renewals too, unless the customer has chosen something else that works. */
  async keep({ customer_id, membership_ids, paid_with }: KeepMethodInput, tx: Tx): Promise<MethodChosen> {
    // Read before anything is locked: whoever changes the settings waits for it, and locks memberships then.
    await loadBillingSettings(tx)
    // All that may be written, in one order: what failed of other memberships is tried again with it.
    const failed = await failedCharges(customer_id, tx)
    await lockRows(tx, "membership", [...membership_ids, ...failed.map(({ membership_id }) => membership_id)])
    const sought = await execute(
      tx,
      `update membership set payment_method_sought_at = ?, updated_at = now()
       where id = any(?) and payment_method_sought_at is null returning id`,
      [await this.clock.now(tx), textArray(membership_ids)]
    )
    if (sought.length === 0 || paid_with === null) return { retried: [] }
    const { is_chosen: _said, ...method } = paid_with
    const today = await this.locations.today(null, tx)
    if (!replacesMethod(await currentMethod(customer_id, tx), paid_with, today)) return { retried: [] }
    return this.choose({ customer_id, method, actor: SYSTEM }, tx)
  }

  /** From the next attempt on; what failed is tried again at once, unless money may be under way for it (BILL-4). */
  async choose({ customer_id, method, actor }: ChooseMethodInput, tx: Tx): Promise<MethodChosen> {
    const failed = await failedCharges(customer_id, tx)
    const { refused } = await this.answers.record(
      failed.map((charge) => ({ ...charge, event: { type: "retried" } })),
      tx
    )
    const { provider_id, account_holder_id, payment_method_id, label, expires_on } = method
    await execute(
      tx,
      `insert into membership_payment_method
         (id, customer_id, provider_id, account_holder_id, payment_method_id, label, expires_on)
       values (?, ?, ?, ?, ?, ?, ?)
       on conflict (customer_id) where deleted_at is null do update
       set provider_id = excluded.provider_id, account_holder_id = excluded.account_holder_id,
           payment_method_id = excluded.payment_method_id, label = excluded.label, expires_on = excluded.expires_on,
           updated_at = now()`,
      [
        ...[newEntityId("mpay"), customer_id, provider_id, account_holder_id],
        ...[payment_method_id, label, expires_on],
      ]
    )
    await this.record("choose-payment-method", { customer_id, actor, provider_id, payment_method_id }, tx)
    const kept = new Set(refused.map(({ charge_id }) => charge_id))
    return { retried: failed.flatMap(({ charge_id: id }) => (kept.has(id) ? [] : [id])) }
  }

  /** @returns the memberships that nothing pays for from now on; none where it did not pay renewals */
  async stop({ customer_id, actor, ...ref }: StopMethodInput, tx: Tx): Promise<PaidMembership[]> {
    const stopped = await execute(
      tx,
      `delete from membership_payment_method
       where customer_id = ? and provider_id = ? and payment_method_id = ? returning id`,
      [customer_id, ref.provider_id, ref.payment_method_id]
    )
    if (stopped.length === 0) return []
    await this.record("stop-payment-method", { customer_id, actor, ...ref }, tx)
    return paidBy(customer_id, tx)
  }

  private async record(
    action: string,
    { customer_id, actor, provider_id, payment_method_id }: StopMethodInput,
    tx: Tx
  ): Promise<void> {
    const subject = { type: "customer", id: customer_id }
    await this.audit.record({ actor, action, subject, changes: { provider_id, payment_method_id } }, tx)
  }
}

/** Of a plan `p`: what may be charged after the sale. */
const CHARGES_LATER = `(p.billing ->> 'type' = 'recurring' or p.renewal ->> 'mode' = 'on_exhaustion')`

async function currentMethod(customer_id: string, tx: Tx): Promise<CurrentMethod | null> {
  const [method] = await execute<CurrentMethod>(
    tx,
    `select provider_id, payment_method_id, expires_on, exists (
              select from membership_charge c where c.payer_customer_id = p.customer_id
                and c.status in ('failed', 'requires_action') and c.deleted_at is null) as is_failing
     from membership_payment_method p where customer_id = ? and deleted_at is null for update of p`,
    [customer_id]
  )
  return method ?? null
}

async function failedCharges(
  customer_id: string,
  tx: Tx
): Promise<{ charge_id: string; membership_id: string }[]> {
  return execute(
    tx,
    `select id as charge_id, membership_id from membership_charge
     where payer_customer_id = ? and status = 'failed' and deleted_at is null order by due_at, id`,
    [customer_id]
  )
}

/** Live memberships with later charges of which a customer pays a seat; one without a payer is the purchaser's (SEAT-4). */
async function paidBy(customer_id: string, tx: Tx): Promise<PaidMembership[]> {
  return execute<PaidMembership>(
    tx,
    `select m.id, m.display_id, p.name as plan_name
     from membership m join membership_plan p on p.id = m.plan_id
     where m.status <> all(?) and ${CHARGES_LATER} and m.deleted_at is null and exists (
       select from membership_seat s
       where s.membership_id = m.id and coalesce(s.payer_customer_id, m.customer_id) = ?
         and s.canceled_on is null and s.deleted_at is null)
     order by m.display_id`,
    [textArray(ENDED_STATUSES), customer_id]
  )
}
