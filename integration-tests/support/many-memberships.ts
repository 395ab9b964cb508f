import type { TestPlan } from "./sales"
import type { Json } from "./shop"

/** What this needs of the platform's connection. */
interface Database {
  raw(statement: string, bindings: Json): Promise<unknown>
}

/** The numbers of the memberships, both inclusive; the numbers stand in their ids and names. */
interface Numbers {
  from: number
  to: number
}

/** Money as the platform stores it: the amount, and its exact value beside it. */
const PRICE = `49, '{"value": "49", "precision": 20}'`

/** Each row of a statement, with `n` its number; ids sort like the numbers. */
const statements = [
  `insert into membership_sale_draft (id, cart_id, quote_id, plan_id, price_chart_id, currency_code, seats, lines, signup_fee, raw_signup_fee)
   select 'mdraft_' || lpad(n::text, 9, '0'), 'cart_many', 'q_many', :plan_id, :chart_id, 'eur', '[]', '[]', 0, '{"value": "0", "precision": 20}'
   from generate_series(:from::int, :to::int) n`,
  // Of ten, seven are active, and one each pending, expired and void.
  `insert into membership (id, plan_id, price_chart_id, sale_draft_id, order_id, customer_id, customer_email, customer_name,
     time_zone, currency_code, signup_fee, raw_signup_fee, purchased_at, starts_on, activated_at, voided_at, status)
   select 'mship_' || lpad(n::text, 9, '0'), :plan_id, :chart_id, 'mdraft_' || lpad(n::text, 9, '0'), 'order_' || n, 'cus_' || n,
     'purchaser' || n || '@example.test', 'Purchaser Surname' || n, 'UTC', 'eur', 0, '{"value": "0", "precision": 20}',
     timestamptz '2026-01-01' + n * interval '1 minute', '2026-01-01',
     case when n % 10 = 0 then null else timestamptz '2026-01-01' end, case when n % 10 = 1 then timestamptz '2026-01-02' end,
     (array['pending', 'void', 'expired', 'active', 'active', 'active', 'active', 'active', 'active', 'active'])[n % 10 + 1]
   from generate_series(:from::int, :to::int) n`,
  // Families of one to four.
  `insert into membership_seat (id, membership_id, position, row_position, label, sequence, required, amount, raw_amount)
   select 'mseat_' || lpad(n::text, 9, '0') || '_' || at, 'mship_' || lpad(n::text, 9, '0'), at, 1, 'Seat', at, false, ${PRICE}
   from generate_series(:from::int, :to::int) n, lateral generate_series(1, n % 4 + 1) at`,
  `insert into membership_member (id, first_name, last_name)
   select 'mmemb_' || lpad(n::text, 9, '0') || '_' || at, 'Holder' || n, 'Of family ' || at
   from generate_series(:from::int, :to::int) n, lateral generate_series(1, n % 4 + 1) at`,
  `insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
   select 'mhold_' || lpad(n::text, 9, '0') || '_' || at, 'mseat_' || lpad(n::text, 9, '0') || '_' || at,
     'mship_' || lpad(n::text, 9, '0'), 'mmemb_' || lpad(n::text, 9, '0') || '_' || at, timestamptz '2026-01-01'
   from generate_series(:from::int, :to::int) n, lateral generate_series(1, n % 4 + 1) at`,
]

/** Memberships with drafts, seats, members and holders, written by statements over the whole set. */
export async function sellMany(database: Database, plan: TestPlan, { from, to }: Numbers): Promise<void> {
  const bindings = { plan_id: plan.id, chart_id: plan.chart_id, from, to }
  for (const statement of statements) await database.raw(statement, bindings)
  // What the database does by itself after a while; a test is over before.
  const tables = ["", "_seat", "_seat_holder", "_member", "_sale_draft"].map((name) => `membership${name}`)
  await database.raw(`analyze ${tables.join(", ")}`, {})
}
