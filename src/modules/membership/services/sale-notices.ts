import type { HeldMembership } from "../../../domain/selling/sale-notices"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

export interface LoadHeldInput {
  readonly plan_id: string
  /** Who buys; null is a guest, of whom nothing is known. */
  readonly customer_id: string | null
  /** Who shall sit there, where that is said. */
  readonly member_ids: readonly string[]
}

export interface Held {
  readonly memberships: readonly HeldMembership[]
  /** The buyer, for whom it is where nobody is named. */
  readonly buyer_member_id: string | null
}

const SEATS = `(
  select coalesce(jsonb_agg(jsonb_build_object(
    'member_id', h.member_id, 'starts_on', s.starts_on, 'canceled_on', s.canceled_on)), '[]')
  from membership_seat s join membership_seat_holder h on h.seat_id = s.id and h.held_until is null and h.deleted_at is null
  where s.membership_id = m.id and s.deleted_at is null)`

const UNPAID = `(
  select coalesce(jsonb_agg(jsonb_build_object(
    'charge_id', c.id, 'status', c.status, 'due_on', c.period_starts_on, 'total_minor', c.total_minor,
    'payer_customer_id', c.payer_customer_id) order by c.due_at), '[]')
  from membership_charge c
  where c.membership_id = m.id and c.status not in ('paid', 'waived', 'canceled')
    and (c.first_failed_at is not null or c.status = 'requires_action') and c.deleted_at is null)`

/** Ordered and not paid yet too. */
const LIVE = "m.voided_at is null and m.deleted_at is null and m.status <> all(?)"

/** What people have already, for whoever is about to sell it to them again (BILL-11). */
export class SaleNoticeService {
  async held({ plan_id, customer_id, member_ids }: LoadHeldInput, tx: Tx): Promise<Held> {
    const [buyer] = customer_id
      ? await execute<{ id: string }>(
          tx,
          `select id from membership_member where customer_id = ? and deleted_at is null`,
          [customer_id]
        )
      : []
    const people = [...member_ids, ...(buyer ? [buyer.id] : [])]
    if (customer_id === null && people.length === 0) return { memberships: [], buyer_member_id: null }
    const rows = await execute<HeldMembership>(
      tx,
      `select m.id as membership_id, m.display_id, p.id as plan_id, p.name as plan_name, m.currency_code, m.starts_on,
              case when p.is_recurring and p.renewal ->> 'mode' = 'period_end' then null else m.ends_on end as ends_on,
              m.activated_at is null as is_pending,
              m.past_due_since is not null or m.suspended_at is not null as is_past_due,
              ${SEATS} as seats, ${UNPAID} as unpaid
       from membership m join membership_plan p on p.id = m.plan_id
       where m.id in (
           select id from membership where customer_id = ?
           union select membership_id from membership_seat where payer_customer_id = ?
           union select membership_id from membership_seat_holder
             where member_id = any(?) and held_until is null and deleted_at is null)
         and ${LIVE} and (p.id = ? or p.product_id = (select product_id from membership_plan where id = ?))
       order by m.display_id`,
      [customer_id, customer_id, textArray(people), textArray(ENDED_STATUSES), plan_id, plan_id]
    )
    return { memberships: rows, buyer_member_id: buyer?.id ?? null }
  }
}
