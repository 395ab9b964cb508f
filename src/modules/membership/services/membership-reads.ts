import { membershipStatus } from "../../../domain/memberships/status"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import type { MembershipStatus } from "../../../domain/memberships/types"
import { type StatusRow, toMembershipFacts } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import { type FoundMemberships, type SearchMembershipsInput, searchStatement } from "./membership-search"

export interface VisibleSeatsInput {
  readonly membership_ids: readonly string[]
  readonly customer_id: string
}

/** How many memberships a plan has. */
export interface MembershipCounts {
  /** Those that have not ended; by the copies of their statuses. */
  readonly live: number
  /** All that were ever sold, ended and void ones included. */
  readonly total: number
}

/** What pages about memberships need beside their rows. */
export class MembershipReadService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /** What staff search for, newest first. */
  async search(input: SearchMembershipsInput, tx: Tx): Promise<FoundMemberships> {
    const { sql, bindings } = searchStatement(input)
    const [found] = await execute<FoundMemberships>(tx, sql, [...bindings])
    return found!
  }

  /** How many seats each has. */
  async seatCounts(membership_ids: readonly string[], tx: Tx): Promise<Map<string, number>> {
    const rows = await execute<{ membership_id: string; count: number }>(
      tx,
      `select membership_id, count(*)::int as count from membership_seat
       where membership_id = any(?) and deleted_at is null group by membership_id`,
      [textArray(membership_ids)]
    )
    return new Map(rows.map(({ membership_id, count }) => [membership_id, count]))
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

  /** How many memberships each plan has; a plan without any is left out. */
  async countsOf(plan_ids: readonly string[], tx: Tx): Promise<Map<string, MembershipCounts>> {
    const rows = await execute<{ plan_id: string; live: string; total: string }>(
      tx,
      `select plan_id, count(*) as total, count(*) filter (where status <> all(?)) as live
       from membership where plan_id = any(?) group by plan_id`,
      [textArray(ENDED_STATUSES), textArray(plan_ids)]
    )
    return new Map(
      rows.map(({ plan_id, live, total }) => [plan_id, { live: Number(live), total: Number(total) }])
    )
  }

  /** How many memberships each chart version sold and still prices (CHART-8): void ones are left out, as are charts without any. */
  async countsOfCharts(price_chart_ids: readonly string[], tx: Tx): Promise<Map<string, number>> {
    const rows = await execute<{ price_chart_id: string; count: string }>(
      tx,
      `select price_chart_id, count(*) as count from membership
       where price_chart_id = any(?) and voided_at is null group by price_chart_id`,
      [textArray(price_chart_ids)]
    )
    return new Map(rows.map(({ price_chart_id, count }) => [price_chart_id, Number(count)]))
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
