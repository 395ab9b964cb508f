import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"

/** When a seat `s` of a membership `m` ended, or will; null is not known. */
export const ENDS_AT = "(least(s.canceled_on, m.ends_on)::timestamp at time zone m.time_zone)"

/**
 * Holders `h` of seats `s` in memberships `m` give them up: now, or when the seat or the membership had ended before; until
 * then it was theirs (SEAT-3).
 */
export async function endHolding(
  [condition, ...bindings]: readonly [string, ...unknown[]],
  now: Instant,
  tx: Tx
): Promise<void> {
  await execute(
    tx,
    `update membership_seat_holder h
     set held_until = greatest(h.held_from, least(?::timestamptz, ${ENDS_AT})), updated_at = now()
     from membership_seat s join membership m on m.id = s.membership_id
     where s.id = h.seat_id and ${condition} and h.held_until is null and h.deleted_at is null`,
    [now, ...bindings]
  )
}
