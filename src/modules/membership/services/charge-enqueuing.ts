import { generateEntityId } from "@medusajs/framework/utils"
import type { Charge } from "../../../domain/billing/charges"
import { type BillingProgress, dueCharges, nextDueAt } from "../../../domain/billing/due-charges"
import type { PriceMoved } from "../../../domain/billing/price-moves"
import { advance } from "../../../domain/time/durations"
import type { Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import type { ClockService } from "./clock"
import type { PriceMoveService } from "./price-moves"

/** What one batch has done. */
export interface EnqueuedBatch {
  /** How many memberships were looked at; fewer than the limit means that none is left. */
  readonly memberships: number
  readonly charges: number
  /** Whose charges cannot be made, and why: they are looked at again in an hour, and keep nobody else's. */
  readonly failed: readonly { readonly id: string; readonly message: string }[]
}

const AGAIN_AFTER = "PT1H"

interface Dependencies {
  clockService: ClockService
  priceMoveService: PriceMoveService
}

/** Makes the charges of the periods that have begun (BILL-1). */
export class ChargeEnqueuingService {
  private readonly clock: ClockService
  private readonly moves: PriceMoveService

  constructor({ clockService, priceMoveService }: Dependencies) {
    this.clock = clockService
    this.moves = priceMoveService
  }

  /**
   * One batch, as late and as often as it comes, in several workers at once: those that somebody else is at are left to
   * them. A charge that is there already stays as it is.
   */
  async enqueueBatch(limit: number, tx: Tx): Promise<EnqueuedBatch> {
    const now = await this.clock.now(tx)
    const due = await execute<{ id: string }>(
      tx,
      `select id from membership
       where charges_next_at <= ? and activated_at is not null and voided_at is null and deleted_at is null
       order by charges_next_at limit ? for update skip locked`,
      [now, limit]
    )
    const loaded = await loadBilling(
      due.map(({ id }) => id),
      tx
    )
    const { decided, failed } = decideEach(loaded, now)
    await postpone(
      failed.map(({ id }) => id),
      advance(now, AGAIN_AFTER, "UTC"),
      tx
    )
    const charges = await insertCharges(decided, tx)
    await writeProgress(decided, now, tx)
    await this.moves.settle(
      decided.flatMap(({ id, currency_code, moved }) =>
        moved.map((each) => ({ ...each, id, currency_code }))
      ),
      tx
    )
    return { memberships: due.length, charges, failed }
  }
}

interface Decided {
  readonly id: string
  readonly currency_code: string
  /** At most one: the version that prices it from one of the periods on (CHART-10). */
  readonly moved: readonly PriceMoved[]
  readonly charges: readonly (Charge & { readonly period_index: number; readonly currency_code: string })[]
  readonly before: BillingProgress
  readonly after: BillingProgress
  readonly next_at: Instant | null
}

function decideEach(loaded: readonly LoadedBilling[], now: Instant) {
  const decided: Decided[] = []
  const failed: EnqueuedBatch["failed"][number][] = []
  for (const billing of loaded)
    try {
      decided.push(decide(billing, now))
    } catch (error) {
      failed.push({ id: billing.membership.id, message: (error as Error).message })
    }
  return { decided, failed }
}

async function postpone(ids: readonly string[], until: Instant, tx: Tx): Promise<void> {
  if (ids.length === 0) return
  await execute(tx, "update membership set charges_next_at = ?, updated_at = now() where id = any(?)", [
    ...[until, textArray(ids)],
  ])
}

function decide({ membership, progress, currency_code }: LoadedBilling, now: Instant): Decided {
  const due = dueCharges(membership, progress, now)
  const after = due.at(-1)?.progress ?? progress
  const charges = due.flatMap(({ period: { index: period_index }, charges: made }) =>
    made.map((charge) => ({ ...charge, period_index, currency_code }))
  )
  const moved = due.flatMap((each) => each.moved ?? [])
  const next_at = nextDueAt(membership, after)
  return { id: membership.id, currency_code, moved, charges, before: progress, after, next_at }
}

/** @returns how many were not there yet */
async function insertCharges(decided: readonly Decided[], tx: Tx): Promise<number> {
  const rows = decided.flatMap(({ id: membership_id, charges }) =>
    charges.map(({ starts_on: period_starts_on, ends_on: period_ends_on, ...charge }) => ({
      ...charge,
      ...{ id: generateEntityId(undefined, "mchg"), membership_id, period_starts_on, period_ends_on },
    }))
  )
  if (rows.length === 0) return 0
  const made = await execute(
    tx,
    `insert into membership_charge (${CHARGE_COLUMNS}, status, act_at)
     select ${CHARGE_COLUMNS}, 'scheduled', due_at from jsonb_to_recordset(?::jsonb) as v(${CHARGE_TYPES})
     on conflict do nothing returning id`,
    [JSON.stringify(rows)]
  )
  return made.length
}

async function writeProgress(decided: readonly Decided[], now: Instant, tx: Tx): Promise<void> {
  if (decided.length === 0) return
  const rows = decided.map(({ id, after, next_at }) => ({
    id,
    next_at,
    charged_through_index: after.after_index,
  }))
  await execute(
    tx,
    `update membership m
     set charged_through_index = v.charged_through_index, charges_next_at = v.next_at, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(id text, charged_through_index integer, next_at timestamptz)
     where m.id = v.id`,
    [JSON.stringify(rows)]
  )
  const hold_ids = decided.flatMap(({ before, after }) =>
    after.charged_hold_ids.filter((id) => !before.charged_hold_ids.includes(id))
  )
  if (hold_ids.length === 0) return
  await execute(
    tx,
    `update membership_seat_hold set fee_charged_at = ?, updated_at = now() where id = any(?)`,
    [now, textArray(hold_ids)]
  )
}

const CHARGE_TYPES = `id text, membership_id text, payer_key text, payer_customer_id text, period_key text,
  period_index integer, period_starts_on text, period_ends_on text, price_chart_id text, chart_version integer,
  currency_code text, lines jsonb, subtotal_minor bigint, discount_minor bigint, due_at timestamptz`
const CHARGE_COLUMNS = CHARGE_TYPES.replace(/ (text|integer|bigint|jsonb|timestamptz)/g, "")
