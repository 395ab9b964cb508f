import type { SeatEffect } from "../../../domain/seats/effects"
import { type ChangeNotice, EMPTY_FOR_DAYS, noticeOfChange } from "../../../domain/seats/staff-notices"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { addDays, localDate } from "../../../domain/time/calendar"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"

interface OfMembership {
  readonly membership_id: string
  readonly display_id: number
  readonly plan_name: string
}

/** A change that staff are told, once for its entry of the audit trail. */
export interface ToldChange extends OfMembership {
  readonly entry_id: string
  readonly notice: ChangeNotice
}

/** Seats of a membership that nobody has held since its first day. */
export interface EmptySeats extends OfMembership {
  readonly seats: number
}

/** A move to another version, or plan, that did not fit any more when its time came (CHART-10, BILL-10, PLAN-8). */
export interface RefusedMove extends OfMembership {
  readonly entry_id: string
  readonly action: "refuse-price-move" | "refuse-plan-change" | "refuse-conversion"
}

/** The same plan twice, for one person, at one time. */
export interface DoubleCover {
  readonly member_id: string
  readonly plan_name: string
  readonly membership_ids: readonly string[]
  readonly display_ids: readonly number[]
}

export interface ChangesToTellInput {
  /** Left out: of all memberships. */
  readonly membership_id?: string
}

/** Changes are looked back at for so long, so that one whose event was lost is told all the same. */
const CHANGES_FOR_DAYS = 2
/** A seat that has been empty for longer than this was told, or nobody looks for it any more. */
const EMPTY_SEATS_FOR_DAYS = 60

/** What staff should see without looking for it; whoever sends it takes care that each is told once. */
export class StaffNoticeService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /** Of the last days, as the audit trail tells them. */
  async changes({ membership_id }: ChangesToTellInput, tx: Tx): Promise<ToldChange[]> {
    const since = `${addDays(localDate(await this.clock.now(tx), "UTC"), -CHANGES_FOR_DAYS)}T00:00:00Z`
    const entries = await execute<Entry>(
      tx,
      `select a.id as entry_id, a.actor_type = 'customer' as by_customer, a.changes -> 'effects' as effects,
              m.id as membership_id, m.display_id, p.name as plan_name, array(
                select s.id from membership_seat s where s.membership_id = m.id and s.required) as required_seat_ids
       from membership_audit_entry a
       join membership m on m.id = a.membership_id
       join membership_plan p on p.id = m.plan_id
       where a.at >= ? and jsonb_typeof(a.changes -> 'effects') = 'array'
         and (a.actor_type = 'customer' or a.changes -> 'effects' @> '[{"code": "seat_emptied"}]')
         ${membership_id === undefined ? "" : "and a.membership_id = ?"} order by a.at, a.id`,
      membership_id === undefined ? [since] : [since, membership_id]
    )
    return entries.flatMap(({ entry_id, by_customer, effects, required_seat_ids, ...of }) => {
      const notice = noticeOfChange({ by_customer, effects, required_seat_ids })
      return notice ? [{ entry_id, notice, ...of }] : []
    })
  }

  /** Memberships that were to move and keep their prices or plan, or end, as the audit trail of the last days tells it. */
  async refusedMoves(tx: Tx): Promise<RefusedMove[]> {
    const since = `${addDays(localDate(await this.clock.now(tx), "UTC"), -CHANGES_FOR_DAYS)}T00:00:00Z`
    return execute<RefusedMove>(
      tx,
      `select a.id as entry_id, a.action, m.id as membership_id, m.display_id, p.name as plan_name
       from membership_audit_entry a
       join membership m on m.id = a.membership_id
       join membership_plan p on p.id = m.plan_id
       where a.at >= ? and a.action in ('refuse-price-move', 'refuse-plan-change', 'refuse-conversion')
       order by a.at, a.id`,
      [since]
    )
  }

  /** Memberships with seats that nobody ever held, a week after they began (SEAT-1). */
  async emptySeats(tx: Tx): Promise<EmptySeats[]> {
    // No place is more than a day away from UTC: it is told a day late rather than a day early.
    const today = addDays(localDate(await this.clock.now(tx), "UTC"), -1)
    return execute<EmptySeats>(
      tx,
      `select m.id as membership_id, m.display_id, p.name as plan_name, count(*)::int as seats
       from membership m
       join membership_plan p on p.id = m.plan_id
       join membership_seat s on s.membership_id = m.id and s.deleted_at is null
       where m.deleted_at is null and m.voided_at is null and m.status <> all(?)
         and coalesce(s.starts_on, m.starts_on) between ? and ?
         and (s.canceled_on is null or s.canceled_on > ?)
         and not exists (select from membership_seat_holder h where h.seat_id = s.id and h.deleted_at is null)
       group by m.id, m.display_id, p.name order by m.id`,
      [
        ...[textArray(ENDED_STATUSES), addDays(today, -EMPTY_SEATS_FOR_DAYS)],
        ...[addDays(today, -EMPTY_FOR_DAYS), today],
      ]
    )
  }

  /** Whoever sits in two memberships of one plan today, however that came about: staff are told (BILL-11). */
  async doubleCovers(tx: Tx): Promise<DoubleCover[]> {
    const today = localDate(await this.clock.now(tx), "UTC")
    return execute<DoubleCover>(
      tx,
      `select h.member_id, p.name as plan_name, array_agg(m.id order by m.id) as membership_ids,
              array_agg(m.display_id order by m.id) as display_ids
       from membership m
       join membership_plan p on p.id = m.plan_id and p.kind = 'membership'
       join membership_seat s on s.membership_id = m.id and s.deleted_at is null
         and (s.canceled_on is null or s.canceled_on > ?)
       join membership_seat_holder h on h.seat_id = s.id and h.held_until is null and h.deleted_at is null
       where m.activated_at is not null and m.voided_at is null and m.deleted_at is null and m.status <> all(?) and m.starts_on <= ? and (m.ends_on is null or m.ends_on > ?)
       group by h.member_id, p.id, p.name having count(distinct m.id) > 1 order by h.member_id, p.id`,
      [today, textArray(ENDED_STATUSES), today, today]
    )
  }
}

interface Entry extends OfMembership {
  readonly entry_id: string
  readonly by_customer: boolean
  readonly effects: readonly SeatEffect[]
  readonly required_seat_ids: readonly string[]
}
