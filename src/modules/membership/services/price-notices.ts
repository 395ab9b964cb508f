import { generateEntityId } from "@medusajs/framework/utils"
import { toMinor } from "../../../domain/money/amounts"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { type NewNotice, writeNotices } from "./notice-records"
import type { Decided, MigratedPayer } from "./price-move-decisions"

type Kind = "price_change_scheduled" | "price_change_taken_back"

interface ToldMove {
  readonly membership_id: string
  readonly currency_code: string
  readonly starts_on: CalendarDate
  readonly payers: readonly MigratedPayer[]
}

/** Tells each whose amount changes from when it does, and what becomes of it (CHART-10). */
export async function notePriceChanges(moving: readonly Decided[], now: Instant, tx: Tx): Promise<void> {
  const rows = moving.map(({ row }) => row)
  await withdrawUnsent(
    rows.map(({ membership_id }) => membership_id),
    tx
  )
  const told = rows.map(({ starts_on, ...row }) => ({ ...row, starts_on: starts_on! }))
  await writeNotices(told.flatMap(noticesOf("price_change_scheduled")), now, tx)
}

/** Tells the same people that it does not happen, by what the audit trail says was planned last. */
export async function notePricesStay(membership_ids: readonly string[], now: Instant, tx: Tx): Promise<void> {
  if (membership_ids.length === 0) return
  await withdrawUnsent(membership_ids, tx)
  const planned = await execute<ToldMove>(
    tx,
    `select distinct on (membership_id) membership_id, changes ->> 'currency_code' as currency_code,
       changes ->> 'starts_on' as starts_on, changes -> 'payers' as payers
     from membership_audit_entry where membership_id = any(?) and action = 'schedule-price-move'
     order by membership_id, at desc, id desc`,
    [textArray(membership_ids)]
  )
  await writeNotices(planned.flatMap(noticesOf("price_change_taken_back")), now, tx)
}

/** What was to be told of a former plan, and is not true any more. */
async function withdrawUnsent(membership_ids: readonly string[], tx: Tx): Promise<void> {
  await execute(
    tx,
    `update membership_notice set send_at = null, last_error = 'It changed before it was sent.', updated_at = now()
     where membership_id = any(?) and kind like 'price_change%' and send_at is not null`,
    [textArray(membership_ids)]
  )
}

/** Only whose amount changes; each planning is an occasion of its own, however soon it follows the one before. */
const noticesOf =
  (kind: Kind) =>
  ({ membership_id, currency_code, starts_on, payers }: ToldMove): NewNotice[] => {
    const occasion = generateEntityId(undefined, kind)
    return payers
      .filter(({ now, then }) => now !== then)
      .map(({ payer_customer_id: customer_id, now, then }) => ({
        ...{ kind, membership_id, customer_id, charge_id: null },
        occasion: `${occasion}:${customer_id ?? "purchaser"}`,
        data: {
          starts_on,
          ...{ now_minor: toMinor(now, currency_code), then_minor: toMinor(then, currency_code) },
        },
      }))
  }
