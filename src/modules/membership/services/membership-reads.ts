import { membershipStatus } from "../../../domain/memberships/status"
import type { MembershipStatus } from "../../../domain/memberships/types"
import { type StatusRow, toMembershipFacts } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"

export interface VisibleSeatsInput {
  readonly membership_ids: readonly string[]
  readonly customer_id: string
}

/** What pages about memberships need beside their rows. */
export class MembershipReadService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /** The status of each, computed now from its facts and never read from the copy (TERM-1). */
  async statusesOf(ids: readonly string[], tx: Tx): Promise<Map<string, MembershipStatus>> {
    const now = await this.clock.now(tx)
    const rows = await execute<StatusRow & { id: string }>(
      tx,
      `select m.id, m.starts_on, m.ends_on, m.must_start_by_on, m.time_zone, m.activated_at, m.voided_at, p.validity
       from membership m join membership_plan p on p.id = m.plan_id where m.id = any(?)`,
      [textArray(ids)]
    )
    return new Map(rows.map((row) => [row.id, membershipStatus(toMembershipFacts(row), now)]))
  }

  /** The seats that a customer may see: all of what they bought, else those they sit on or pay for (PEOPLE-6, SEAT-9). */
  async visibleSeats({ membership_ids, customer_id }: VisibleSeatsInput, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string }>(
      tx,
      `select s.id from membership_seat s join membership m on m.id = s.membership_id
       where s.membership_id = any(?) and (m.customer_id = ? or s.payer_customer_id = ? or exists (
         select from membership_seat_holder h join membership_member p on p.id = h.member_id
         where h.seat_id = s.id and h.held_until is null and h.deleted_at is null and p.customer_id = ?))`,
      [textArray(membership_ids), customer_id, customer_id, customer_id]
    )
    return rows.map(({ id }) => id)
  }
}
