import { toMinor } from "../../../domain/money/amounts"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
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
  await writeNotices(told.flatMap(noticesOf), now, tx)
}

/**
 * Tells those who were told, that it does not happen. Whoever's letter had not gone out was told nothing, and is told
 * nothing now (CHART-10).
 */
export async function notePricesStay(membership_ids: readonly string[], now: Instant, tx: Tx): Promise<void> {
  if (membership_ids.length === 0) return
  const told = await execute<ToldNotice>(tx, LAST_TOLD, [textArray(membership_ids), now, now])
  await withdrawUnsent(membership_ids, tx)
  const kind: Kind = "price_change_taken_back"
  const notices = told.map(({ membership_id, customer_id, data }) => ({
    ...{ kind, membership_id, customer_id, data, charge_id: null },
    occasion: `${newEntityId(kind)}:${customer_id ?? "purchaser"}`,
  }))
  await writeNotices(notices, now, tx)
}

interface ToldNotice extends Pick<NewNotice, "customer_id" | "data"> {
  readonly membership_id: string
}

/** Whose last letter about prices, sent or just being sent, says that they change on a day which has not come. */
const LAST_TOLD = `
  select last.membership_id, last.customer_id, last.data
  from (
    select distinct on (n.membership_id, n.customer_id) n.membership_id, n.customer_id, n.kind, n.data
    from membership_notice n
    where n.membership_id = any(?) and n.kind like 'price_change%' and n.deleted_at is null
      and (n.sent_at is not null or (n.send_at > ? and n.failures = 0))
    order by n.membership_id, n.customer_id, n.sent_at desc nulls first, n.occurred_at desc, n.id desc) last
  join membership m on m.id = last.membership_id
  where last.kind = 'price_change_scheduled'
    and last.data ->> 'starts_on' > (?::timestamptz at time zone m.time_zone)::date::text
  order by last.membership_id, last.customer_id`

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
function noticesOf({ membership_id, currency_code, starts_on, payers }: ToldMove): NewNotice[] {
  const kind: Kind = "price_change_scheduled"
  const occasion = newEntityId(kind)
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
