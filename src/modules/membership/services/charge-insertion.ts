import type { Charge } from "../../../domain/billing/charges"
import type { DuesCredit } from "../../../domain/billing/dues-credits"
import type { Discount } from "../../../domain/billing/discounts"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

/** A charge to be made, before tax. */
export interface NewCharge extends Charge {
  readonly membership_id: string
  readonly period_index: number
  readonly currency_code: string
}

/** In one statement; what is there already stays as it is (BILL-1). @returns how many were not there yet */
export async function insertCharges(charges: readonly NewCharge[], tx: Tx): Promise<number> {
  if (charges.length === 0) return 0
  const rows = charges.map(({ starts_on: period_starts_on, ends_on: period_ends_on, ...charge }) => ({
    ...charge,
    ...{ id: newEntityId("mchg"), period_starts_on, period_ends_on },
  }))
  const made = await execute(
    tx,
    `insert into membership_charge (${CHARGE_COLUMNS}, status, act_at)
     select ${CHARGE_COLUMNS}, 'scheduled', due_at from jsonb_to_recordset(?::jsonb) as v(${CHARGE_TYPES})
     on conflict do nothing returning id`,
    [JSON.stringify(rows)]
  )
  return made.length
}

/** The fees of these holds are among the lines of a charge, and are charged no second time (HOLD-3). */
export async function markHoldFees(hold_ids: readonly string[], now: Instant, tx: Tx): Promise<void> {
  if (hold_ids.length === 0) return
  await execute(
    tx,
    `update membership_seat_hold set fee_charged_at = ?, updated_at = now() where id = any(?)`,
    [now, textArray(hold_ids)]
  )
}

/** What is left of the discounts once their period's charges exist (SALE-10). */
export async function writeDiscounts(
  before: readonly Discount[],
  after: readonly Discount[],
  tx: Tx
): Promise<void> {
  const left = new Map(before.map(({ id, cycles_left }) => [id, cycles_left]))
  const used = after.filter(({ id, cycles_left }) => left.get(id) !== cycles_left)
  if (used.length === 0) return
  await execute(
    tx,
    `update membership_discount d set cycles_left = v.cycles_left, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(id text, cycles_left integer) where d.id = v.id`,
    [JSON.stringify(used.map(({ id, cycles_left }) => ({ id, cycles_left })))]
  )
}

/** What payers have paid before and no charge has taken yet, once a membership's charges exist (BILL-10). */
export async function writeDuesCredits(
  memberships: readonly { readonly membership_id: string; readonly left: readonly DuesCredit[] }[],
  tx: Tx
): Promise<void> {
  const rows = memberships.map(({ membership_id: id, left }) => ({
    id,
    dues_credits: left.length ? left : null,
  }))
  if (rows.length === 0) return
  await execute(
    tx,
    `update membership m set dues_credits = nullif(v.dues_credits, 'null'::jsonb), updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(id text, dues_credits jsonb) where m.id = v.id`,
    [JSON.stringify(rows)]
  )
}

const CHARGE_TYPES = `id text, membership_id text, payer_key text, payer_customer_id text, period_key text,
  period_index integer, period_starts_on text, period_ends_on text, price_chart_id text, chart_version integer,
  currency_code text, lines jsonb, subtotal_minor bigint, discount_minor bigint, due_at timestamptz`
const CHARGE_COLUMNS = CHARGE_TYPES.replace(/ (text|integer|bigint|jsonb|timestamptz)/g, "")
