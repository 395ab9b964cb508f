import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Memberships that were sold before the plugin charged renewals have never been looked at: nothing says when their next
 * period is due, so that nobody would ever be charged. They are charged from their next period on, and never for one that
 * has begun: each counts as charged through the period of today, or of the day before a hold without an end. Days
 * of former holds that moved the periods are not counted again, so that a period may be given rather than asked for twice.
 *
 * A membership that has been charged, or passed over, once keeps what it has, so that running it again changes nothing.
 */
export class Migration20261123093200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      with unbilled as (
        select m.id, m.starts_on::date as starts_on, p.billing ->> 'interval' as unit,
               coalesce((p.billing ->> 'interval_count')::int, 1) as count,
               least((now() at time zone m.time_zone)::date, (
                 select min(h.starts_on)::date - 1 from membership_seat_hold h
                 where h.membership_id = m.id and h.kind = 'hold' and h.resumes_on is null and h.deleted_at is null)) as today
        from membership m
        join membership_plan p on p.id = m.plan_id
        where m.charges_next_at is null and m.charged_through_index = 0 and m.activated_at is not null
          and m.voided_at is null and m.deleted_at is null and m.starts_on is not null
          and m.status not in ('expired', 'canceled', 'void') and p.billing ->> 'type' = 'recurring'
          and not exists (select from membership_charge c where c.membership_id = m.id)
      )
      update membership m
      set charged_through_index = begun.index, charges_next_at = now(), updated_at = now()
      from (
        select u.id, coalesce(max(n), 0) as index
        from unbilled u
        left join lateral generate_series(1, (u.today - u.starts_on) / (u.count * case u.unit
            when 'day' then 1 when 'week' then 7 when 'month' then 28 else 365 end)) n
          on u.starts_on + make_interval(
            years => case when u.unit = 'year' then n * u.count else 0 end,
            months => case when u.unit = 'month' then n * u.count else 0 end,
            weeks => case when u.unit = 'week' then n * u.count else 0 end,
            days => case when u.unit = 'day' then n * u.count else 0 end) <= u.today
        group by u.id) begun
      where m.id = begun.id;`)
  }

  override async down(): Promise<void> {
    // What is due was found by what is stored, and stays.
  }
}
