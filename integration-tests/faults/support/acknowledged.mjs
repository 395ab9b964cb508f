// Whether a studio's visits and credits are what its gates were told.

/**
 * @param {import("@medusajs/framework/pg").Client} database
 * @param {string} device_id the gates' device, whose visits are all that it has
 * @param {{ key: string, id: string, is_allowed: boolean, credits: number }[]} acknowledged every check-in that was answered
 * @returns how many of what must not be there are; nothing is zero
 */
export async function contradictions(database, device_id, acknowledged) {
  const { rows } = await database.query(CONTRADICTIONS, [device_id, JSON.stringify(acknowledged)])
  return rows[0]
}

const CONTRADICTIONS = `
  with told as (
    select * from jsonb_to_recordset($2::jsonb) as t(key text, id text, is_allowed boolean, credits integer)
  ), visits as (
    select * from membership_visit where device_id = $1
  ), taken as (
    select cause_id, -sum(available) as credits, count(*) as entries
    from membership_credit_entry where cause_type = 'visit' group by cause_id
  ), balances as (
    select grant_id, sum(available) as available, sum(available_value_minor) as value from membership_credit_entry group by grant_id
  )
  select
    (select count(*)::int from told where not exists (
      select from visits v where v.id = told.id and v.idempotency_key = $1 || ':' || told.key
        and v.is_allowed = told.is_allowed and v.credits = told.credits)) as acknowledged_but_missing,
    (select count(*)::int from visits where not exists (select from told where told.id = visits.id)) as never_told,
    (select count(*)::int from (
      select from told group by id having count(*) > 1 union all
      select from visits group by idempotency_key having count(*) > 1) twice) as doubled,
    (select count(*)::int from visits left join taken on taken.cause_id = visits.id
      where visits.credits <> coalesce(taken.credits, 0)) as visits_that_took_something_else,
    (select count(*)::int from taken where not exists (select from visits v where v.id = taken.cause_id)) as credits_without_visit,
    (select count(*)::int from membership_credit_grant g join balances b on b.grant_id = g.id
      where (g.available, g.available_value_minor) is distinct from (b.available, b.value)) as balances_that_differ`
