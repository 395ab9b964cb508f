import { fromMinor } from "../../../domain/money/amounts"
import type { Seat } from "../../../domain/seats/types"
import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import { rawNumber } from "./raw-number"

/** Seats that have other rows from now on, and the currency of their membership. */
export interface RowsOfSeats {
  readonly seats: readonly Seat[]
  readonly currency_code: string
}

/** Writes the rows that seats take on another version, or another plan's, in one statement (CHART-10, BILL-10). */
export async function writeSeatRows(
  memberships: readonly RowsOfSeats[],
  now: Instant,
  tx: Tx
): Promise<void> {
  await execute(
    tx,
    `update membership_seat s set row_position = v.row_position, label = v.label, classification_id = v.classification_id,
       sequence = v.sequence, required = v.required, amount = v.amount, raw_amount = v.raw_amount::jsonb,
       tax_rate = v.tax_rate, repriced_at = ?, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as v(id text, row_position integer, label text, classification_id text,
       sequence integer, required boolean, amount numeric, raw_amount text, tax_rate real)
     where s.id = v.id`,
    [now, JSON.stringify(memberships.flatMap(seatRows))]
  )
}

const seatRows = ({ seats, currency_code }: RowsOfSeats) =>
  seats.map(({ id, row_position, label, classification_id, sequence, required, price_minor, tax_rate }) => {
    const amount = fromMinor(price_minor, currency_code)
    const price = { amount, raw_amount: rawNumber(amount), tax_rate }
    return { id, row_position, label, classification_id, sequence, required, ...price }
  })
