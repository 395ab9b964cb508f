import type { NoticeKind } from "../../../domain/billing/charge-notices"
import { advance } from "../../../domain/time/durations"
import type { CalendarDate, Instant, TimeZone } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"

/** What is to be sent, with what it tells of. */
export interface NoticeToSend {
  readonly id: string
  readonly occasion: string
  readonly kind: NoticeKind
  /** Tries that failed. */
  readonly failures: number
  readonly membership_id: string
  readonly display_id: number
  readonly plan_name: string
  readonly time_zone: TimeZone
  readonly order_id: string | null
  readonly charge_id: string | null
  readonly customer_id: string | null
  /** The purchaser's, where they are told and have no account. */
  readonly guest_email: string | null
  readonly currency_code: string
  readonly total_minor: number | null
  readonly period_starts_on: CalendarDate | null
  /** The service whose visit was missed, where the charge is the fine for it. */
  readonly missed_service: string | null
  readonly data: {
    readonly failure_code?: string | null
    readonly next_try_at?: Instant | null
    readonly action_url?: string | null
    /** Of a charge to come: when, and what it comes to before tax that is added. */
    readonly due_at?: Instant
    readonly net_minor?: number
    readonly has_method?: boolean
    readonly method_label?: string | null
    /** Of a change of prices: from when, and what a period costs before and after it, before tax. */
    readonly starts_on?: CalendarDate
    readonly now_minor?: number
    readonly then_minor?: number
  }
}

export interface NoticeOutcome {
  readonly id: string
  /** Why it could not be sent; null where it was. */
  readonly error: string | null
}

/** A worker that went away leaves its notices to the next one; the Notification Module sends no key twice. */
const LEASE_MINUTES = 5
/** Tries of one notice, an hour apart; then it stands with its reason. */
const FAILURES_MAX = 24

/** What is to be told, once for each occasion (REMIND-2): written with what caused it, sent afterwards. */
export class NoticeService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /**
   * Tells of memberships that lost access because nobody paid; as late and as often as it comes (BILL-3).
   * @returns how many are told
   */
  async noteSuspensions(tx: Tx): Promise<number> {
    const now = await this.clock.now(tx)
    return (await execute(tx, SUSPENDED, [now, now, now])).length
  }

  /** Some of those that are to be sent, for one worker: others skip them for a while. */
  async claim(limit: number, tx: Tx): Promise<NoticeToSend[]> {
    const now = await this.clock.now(tx)
    const again_at = advance(now, `PT${LEASE_MINUTES}M`, "UTC")
    return execute<NoticeToSend>(tx, CLAIM, [now, limit, again_at])
  }

  async settle(outcomes: readonly NoticeOutcome[], tx: Tx): Promise<void> {
    const now = await this.clock.now(tx)
    const sent = outcomes.filter(({ error }) => error === null).map(({ id }) => id)
    await execute(
      tx,
      `update membership_notice set sent_at = ?, send_at = null, last_error = null, updated_at = now()
       where id = any(?)`,
      [now, textArray(sent)]
    )
    const failed = outcomes.filter(({ error }) => error !== null)
    await execute(
      tx,
      `update membership_notice n
       set failures = n.failures + 1, last_error = v.error, updated_at = now(),
           send_at = case when n.failures + 1 >= ? then null else ?::timestamptz end
       from jsonb_to_recordset(?::jsonb) as v(id text, error text)
       where n.id = v.id and n.send_at is not null`,
      [FAILURES_MAX, advance(now, "PT1H", "UTC"), JSON.stringify(failed)]
    )
  }
}

/** Each payer who owes something, once for each time that it became past due. */
const SUSPENDED = `
  insert into membership_notice (id, occasion, kind, membership_id, customer_id, data, occurred_at, send_at)
  select distinct on (m.id, c.payer_key) 'mnote_' || replace(gen_random_uuid()::text, '-', ''),
    'suspended:' || m.id || ':' || c.payer_key || ':' || extract(epoch from m.past_due_since), 'suspended', m.id,
    c.payer_customer_id, '{}'::jsonb, ?::timestamptz, ?::timestamptz
  from membership m
  join membership_charge c on c.membership_id = m.id and c.first_failed_at is not null
    and c.status not in ('paid', 'waived', 'canceled') and c.deleted_at is null
  where m.suspended_at <= ? and m.voided_at is null and m.deleted_at is null and m.status = 'suspended'
    and not exists (select from membership_notice n
      where n.membership_id = m.id and n.kind = 'suspended' and n.occurred_at >= m.suspended_at and n.deleted_at is null)
  on conflict do nothing returning id`

const CLAIM = `
  with due as (
    select id from membership_notice where send_at <= ? and deleted_at is null
    order by send_at limit ? for update skip locked),
  claimed as (
    update membership_notice n set send_at = ?, updated_at = now() from due where n.id = due.id returning n.*)
  select n.id, n.occasion, n.kind, n.failures, n.membership_id, m.display_id, p.name as plan_name, m.time_zone, m.order_id,
         n.charge_id, coalesce(n.customer_id, m.customer_id) as customer_id,
         case when coalesce(n.customer_id, m.customer_id) is null then m.customer_email end as guest_email,
         m.currency_code, c.total_minor::float8, c.period_starts_on, n.data,
         c.lines->0->'visit'->>'service_name' as missed_service
  from claimed n
  join membership m on m.id = n.membership_id
  join membership_plan p on p.id = m.plan_id
  left join membership_charge c on c.id = n.charge_id
  order by n.occurred_at, n.id`
