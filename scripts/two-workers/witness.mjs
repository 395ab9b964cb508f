// Who did what, written down by the database itself: triggers keep the name of the process with each deed. The plugin knows
// nothing of it.

const DEEDS = [
  {
    did: "claimed",
    on: "membership_charge",
    when: "new.lease_until is not null and new.fence > old.fence",
    after: "update",
  },
  {
    did: "settled",
    on: "membership_charge",
    when: "new.status = 'paid' and old.status <> 'paid'",
    after: "update",
  },
  { did: "made", on: "membership_charge" },
  { did: "ordered", on: '"order"', when: "new.metadata ->> 'membership_charge_id' is not null" },
  { did: "activated", on: "membership" },
  { did: "told", on: "notification" },
  { did: "called", on: "payment_sandbox_payment", when: "new.metadata ->> 'charge_id' is not null" },
]

const WITNESS = `
  create table witness (n bigserial primary key, at timestamptz not null default clock_timestamp(),
    process text not null default current_setting('application_name'), did text not null, id text not null);
  create function witness() returns trigger language plpgsql as $$
    begin insert into witness (did, id) values (tg_argv[0], new.id); return null; end $$;`

/** @param client of PostgreSQL; the bank's tables are there */
export async function installWitness(client) {
  await client.query(WITNESS)
  for (const { did, on, when = "true", after = "insert" } of DEEDS)
    await client.query(
      `create trigger witness_${did} after ${after} on ${on} for each row when (${when}) execute function witness('${did}')`
    )
}

const rows = async (client, statement, values) => (await client.query(statement, values)).rows

export const lastDeed = async (client) =>
  Number((await rows(client, "select coalesce(max(n), 0) as n from witness"))[0].n)

/** How often each process did it since then. */
export async function deedsSince(client, did, since = 0) {
  const counted = await rows(
    client,
    "select process, count(*)::int as times from witness where did = $1 and n > $2 group by 1 order by 1",
    [did, since]
  )
  return Object.fromEntries(counted.map(({ process, times }) => [process, times]))
}

/** Charges that somebody has claimed and not answered for, by who it was. */
export async function halfWay(client) {
  const counted = await rows(
    client,
    `select by.process, count(*)::int as times from membership_charge c
     cross join lateral (
       select process from witness where did = 'claimed' and id = c.id order by n desc limit 1) by
     where c.lease_until is not null and c.act_at is not null group by 1`
  )
  return new Map(counted.map(({ process, times }) => [process, times]))
}

/** The most calls to the bank that one process began within a second. */
export async function mostCallsInASecond(client) {
  const counted = await rows(
    client,
    `select coalesce(max(calls), 0)::int as most from (
       select count(*) over (partition by process order by at range between interval '1 second' preceding and current row) as calls
       from witness where did = 'called') within`
  )
  return counted[0].most
}
