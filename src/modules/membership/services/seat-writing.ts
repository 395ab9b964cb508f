import { fromMinor } from "../../../domain/money/amounts"
import type { SeatDifference, SeatedDifference } from "../../../domain/seats/difference"
import type { SeatedMembership } from "../../../domain/seats/types"
import type { Instant } from "../../../domain/time/types"
import { statusCopy } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { LoadedMembership } from "./seat-loading"
import { spanOf } from "../../../domain/seats/term-with-holds"
import { newEntityId } from "../ids"
import { rawNumber } from "./raw-number"

/** The change, and the membership as it was loaded and as it is now. */
export interface SeatWrite {
  readonly loaded: LoadedMembership
  readonly after: SeatedMembership
  readonly changed: SeatedDifference
  readonly now: Instant
}

/** Writes what a verb changed, in as many statements for two hundred seats as for two. */
export async function writeSeats(write: SeatWrite, tx: Tx): Promise<void> {
  const { seats } = write.changed
  await writeMembership(write, tx)
  await insertSeats(write, tx)
  await writeColumns(seats, tx)
  await writeHolders(write, tx)
  await writeHolds(write, tx)
}

/** The term, the copy of the status that follows from it, and that its charges have to be looked at. */
async function writeMembership({ loaded, after, now }: SeatWrite, tx: Tx): Promise<void> {
  const { starts_on, ends_on, sold_ends_on } = after
  const copy = statusCopy({ ...loaded, starts_on, ends_on, seats: after.seats.map(spanOf) }, now)
  await execute(
    tx,
    `update membership set starts_on = ?, ends_on = ?, sold_ends_on = ?, status = ?, status_changes_at = ?,
       charges_next_at = ?, updated_at = now() where id = ?`,
    [starts_on, ends_on, sold_ends_on, copy.status, copy.status_changes_at, now, loaded.id]
  )
}

/** SEAT-8. What they cost is a decimal in the membership's currency, as at the sale. */
async function insertSeats({ loaded, changed: { added = [] } }: SeatWrite, tx: Tx): Promise<void> {
  if (added.length === 0) return
  const rows = added.map(({ price_minor, ...seat }) => {
    const amount = fromMinor(price_minor, loaded.currency_code)
    return { ...seat, amount, raw_amount: rawNumber(amount) }
  })
  await execute(
    tx,
    `insert into membership_seat (id, membership_id, position, row_position, label, classification_id, sequence,
       required, amount, raw_amount, tax_rate, payer_customer_id, starts_on)
     select v.id, ?, v.position, v.row_position, v.label, v.classification_id, v.sequence, v.required, v.amount,
       v.raw_amount::jsonb, v.tax_rate, v.payer_customer_id, v.starts_on
     from jsonb_to_recordset(?::jsonb) as v(id text, position integer, row_position integer, label text,
       classification_id text, sequence integer, required boolean, amount numeric, raw_amount text, tax_rate real,
       payer_customer_id text, starts_on text)`,
    [loaded.id, JSON.stringify(rows)]
  )
}

/** Who pays and when it ends. */
async function writeColumns(seats: readonly SeatDifference[], tx: Tx): Promise<void> {
  const payers = seats.flatMap(({ id, payer_customer_id }) =>
    payer_customer_id === undefined ? [] : [{ id, payer_customer_id }]
  )
  const cancellations = seats.flatMap(({ id, cancellation }) =>
    cancellation === undefined
      ? []
      : [
          {
            id,
            canceled_on: cancellation?.canceled_on ?? null,
            cancel_scope: cancellation?.scope ?? null,
            cut_holds: cancellation?.cut_holds ?? null,
            cancel_at_renewal: cancellation?.at_renewal ?? false,
          },
        ]
  )
  if (payers.length)
    await execute(
      tx,
      `update membership_seat s set payer_customer_id = v.payer_customer_id, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as v(id text, payer_customer_id text) where s.id = v.id`,
      [JSON.stringify(payers)]
    )
  if (cancellations.length)
    await execute(
      tx,
      `update membership_seat s
       set canceled_on = v.canceled_on, cancel_scope = v.cancel_scope, cut_holds = v.cut_holds,
           cancel_at_renewal = v.cancel_at_renewal, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as v(id text, canceled_on text, cancel_scope text, cut_holds jsonb,
         cancel_at_renewal boolean)
       where s.id = v.id`,
      [JSON.stringify(cancellations)]
    )
}

/** Who held a seat until now is kept (SEAT-3); whoever sat on a seat that has ended gives it up with it. */
async function writeHolders({ loaded, changed, now }: SeatWrite, tx: Tx): Promise<void> {
  const moved = [...changed.seats, ...(changed.added ?? [])].filter(
    ({ member_id }) => member_id !== undefined
  )
  if (moved.length === 0) return
  const { id: membership_id, time_zone } = loaded
  await execute(
    tx,
    `update membership_seat_holder h
     set held_until = case when h.seat_id = any(?) then ? else s.canceled_on::timestamp at time zone ? end,
         updated_at = now()
     from membership_seat s
     where s.id = h.seat_id and h.membership_id = ? and h.held_until is null and h.deleted_at is null
       and (h.seat_id = any(?) or s.canceled_on::timestamp at time zone ? <= ?)`,
    [
      ...[textArray(moved.map(({ id }) => id)), now, time_zone, membership_id],
      ...[textArray(moved.map(({ id }) => id)), time_zone, now],
    ]
  )
  const holders = moved.flatMap(({ id: seat_id, member_id }) =>
    member_id === null || member_id === undefined ? [] : [{ id: newEntityId("mhold"), seat_id, member_id }]
  )
  if (holders.length)
    await execute(
      tx,
      `insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
       select v.id, v.seat_id, ?, v.member_id, ?
       from jsonb_to_recordset(?::jsonb) as v(id text, seat_id text, member_id text)`,
      [membership_id, now, JSON.stringify(holders)]
    )
}

/** The holds of the changed seats, as they are afterwards; one that is no more among them is deleted. */
async function writeHolds({ loaded, changed }: SeatWrite, tx: Tx): Promise<void> {
  const seats = changed.seats.filter(({ holds }) => holds !== undefined)
  if (seats.length === 0) return
  const { id: membership_id, currency_code } = loaded
  const rows = seats.flatMap(({ id: seat_id, holds = [] }) =>
    holds.map(({ fee_minor, ...hold }) => {
      const fee = fromMinor(fee_minor, currency_code)
      return { seat_id, fee, raw_fee: rawNumber(fee), ...hold }
    })
  )
  await execute(
    tx,
    `update membership_seat_hold set deleted_at = now()
     where seat_id = any(?) and deleted_at is null and id <> all(?)`,
    [textArray(seats.map(({ id }) => id)), textArray(rows.map(({ id }) => id))]
  )
  if (rows.length)
    await execute(
      tx,
      `insert into membership_seat_hold (id, seat_id, membership_id, kind, starts_on, resumes_on, fee, raw_fee, reason)
       select v.id, v.seat_id, ?, v.kind, v.starts_on, v.resumes_on, v.fee, v.raw_fee::jsonb, v.reason
       from jsonb_to_recordset(?::jsonb) as v(id text, seat_id text, kind text, starts_on text, resumes_on text,
         fee numeric, raw_fee text, reason text)
       on conflict (id) do update set resumes_on = excluded.resumes_on, starts_on = excluded.starts_on,
         fee = excluded.fee, raw_fee = excluded.raw_fee, reason = excluded.reason,
         deleted_at = null, updated_at = now()`,
      [membership_id, JSON.stringify(rows)]
    )
}
