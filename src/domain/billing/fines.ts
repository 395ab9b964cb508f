import { assert } from "../errors"
import type { Seat } from "../seats/types"
import { localDate } from "../time/calendar"
import type { Instant, TimeZone } from "../time/types"
import { type Charge, chargeOf, type ChargedChart } from "./charges"
import { HOLD_FEE_PREFIX } from "./hold-fees"
import { type FinedVisit, placeOf } from "./lines"

/** What the key of a fine begins with. */
export const FINE_PREFIX = "fine:"

/** The key of the fine for a booking, named by the booking's own: a booking is fined once, whatever settles it. */
export const fineKey = (booking_key: string): string => `${FINE_PREFIX}${booking_key}`

/** What its key says that a charge is for: fines and hold fees pay for no time and no credits, so that none follow. */
export const paysForNoPeriod = ({ period_key }: { readonly period_key: string }): boolean =>
  [FINE_PREFIX, HOLD_FEE_PREFIX].some((prefix) => period_key.startsWith(prefix))

export interface FineInput {
  readonly booking_key: string
  readonly fine_minor: number
  readonly visit: FinedVisit
  /** Whose visit it was. */
  readonly seat: Seat
  /** null has no account. */
  readonly purchaser_customer_id: string | null
  /** The membership's: what a charge stands on, although a fine takes no price from it. */
  readonly chart: ChargedChart
  readonly zone: TimeZone
  readonly now: Instant
}

/**
 * CREDIT-4: what the payer of a seat owes for a missed visit, at once (SEAT-4). It names the day of the visit and no
 * period, no discount lowers it, and its tax is the platform's.
 */
export function fineCharge(input: FineInput): Charge {
  const { booking_key, fine_minor, visit, seat, zone, chart, now: due_at } = input
  assert(fine_minor > 0, `the fine of booking ${booking_key} is more than zero`)
  const key = fineKey(booking_key)
  const line = {
    ...({ key, kind: "fine", ...placeOf(seat), hold_id: null, visit } as const),
    ...{ row_position: null, repriced_from_row: null },
    ...{ amount_minor: fine_minor, tax_rate: null, discounts: [] },
  }
  const starts_on = localDate(visit.starts_at, zone)
  const period = { period_key: key, starts_on, ends_on: null, due_at }
  return chargeOf({ period, chart }, seat.payer_customer_id ?? input.purchaser_customer_id, [line])
}
