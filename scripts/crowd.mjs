// Fills a throw-away studio with more than anybody has: hundreds of rows in every table that a page lists, and names that
// are longer than any column. Set-based, because the product's own verbs would take minutes; so it is for pictures and for
// measurements of lists, never for tests of rules. The studio must be seeded and its server not yet started.
const LONG_NAME =
  "Mitgliedschaft für Großeltern, Eltern, Kinder und Übernachtungsgäste mit Klettern 🧗‍♀️, Yoga 🧘, Tanz und Sauna an allen Standorten"
const LONG_WORD =
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsmitgliedschaftsverlängerungsgebührenermäßigung"

const FIRST_NAMES = [
  ...[
    "Anna-Katharina Elisabeth Maria Theresia Franziska Johanna Ludovika",
    "Jörg",
    "Zoë",
    "Łukasz",
    "Nguyễn",
  ],
  ...["Ben", "Mila", "Ayşe", "Søren", "Chloé", "Óscar", "李", "محمد", "Émilie 🌻", "Max"],
]
const LAST_NAMES = [
  ...[
    "von und zu Hohenzollern-Schillingsfürst-Rattenberg und Großaltdorf-Übersee",
    "Müller",
    "Weiß",
    "Kowalski",
  ],
  ...[
    "O’Connor",
    "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschafers",
    "Öztürk",
    "Ng",
  ],
]
const PLAN_NAMES = [
  LONG_NAME,
  LONG_WORD,
  "Morning yoga",
  "Kletterabend",
  "Ten classes",
  "Firmensport",
  "Kids 🐒",
]

const STATUSES = [
  ...["active", "pending", "upcoming", "on_hold", "past_due"],
  ...["suspended", "exhausted", "expired", "canceled", "void"],
]

/** How many of each; whoever measures one list asks for more of it. */
const USUAL_SIZES = {
  ...{ plans: 520, classifications: 520, households: 520, members: 1300, memberships: 640 },
  ...{ locations: 40, sale_issues: 12 },
}

/**
 * Each statement with its values. `jsonb_populate_record` copies a row but for what is named, so that a new column of a
 * table needs nothing here.
 */
const statements = (sizes) => [
  [
    `create function pg_temp.pick(names text[], i bigint) returns text language sql
       return names[1 + i % array_length(names, 1)]`,
  ],
  ...classifications(sizes),
  ...locations(sizes),
  ...plans(sizes),
  ...charts(),
  ...people(sizes),
  ...memberships(sizes),
  ...history(sizes),
]

const classifications = (sizes) => [
  [
    `insert into membership_classification (id, name, description, min_age, max_age, requires_proof)
     select 'mclass_crowd_' || i, pg_temp.pick($2, i) || ' ' || i,
       case when i % 3 = 0 then $3 end, case when i % 2 = 0 then i % 60 end,
       case when i % 4 = 0 then i % 60 + 5 end, i % 5 = 0
     from generate_series(1, $1::int) i`,
    [sizes.classifications, ["Student", LONG_WORD, "Azubi", LONG_NAME, "Ü60"], LONG_NAME],
  ],
]

const locations = (sizes) => [
  [
    `insert into stock_location (id, name)
     select 'sloc_crowd_' || i, pg_temp.pick($2, i) || ' ' || i from generate_series(1, $1::int) i`,
    [sizes.locations, ["Halle Süd", LONG_NAME, "Mitte", LONG_WORD]],
  ],
  [
    `insert into membership_location (id, stock_location_id, time_zone)
     select 'mloc_crowd_' || i, 'sloc_crowd_' || i, 'Europe/Berlin' from generate_series(1, $1::int) i where i % 2 = 0`,
    [sizes.locations],
  ],
]

const plans = (sizes) => [
  [
    `create temp table crowd_plan as
     select i, p.id as source_id, 'mplan_crowd_' || i as id, 'prod_crowd_' || i as product_id,
       'variant_crowd_' || i as variant_id, pg_temp.pick($2, i) || ' ' || i as name
     from generate_series(1, $1::int) i
     join (select id, row_number() over (order by id) - 1 as at, count(*) over () as of from membership_plan) p
       on p.at = i % p.of`,
    [sizes.plans, PLAN_NAMES],
  ],
  [
    `insert into product select (jsonb_populate_record(null::product, to_jsonb(p) || jsonb_build_object(
       'id', c.product_id, 'title', c.name, 'handle', 'crowd-' || c.i))).*
     from crowd_plan c join membership_plan s on s.id = c.source_id join product p on p.id = s.product_id`,
  ],
  [
    `insert into product_variant select (jsonb_populate_record(null::product_variant, to_jsonb(v) || jsonb_build_object(
       'id', c.variant_id, 'product_id', c.product_id, 'title', c.name))).*
     from crowd_plan c join membership_plan s on s.id = c.source_id join product_variant v on v.id = s.variant_id`,
  ],
  [
    `insert into membership_plan select (jsonb_populate_record(null::membership_plan, to_jsonb(s) || jsonb_build_object(
       'id', c.id, 'name', c.name, 'handle', 'crowd-' || c.i, 'product_id', c.product_id, 'variant_id', c.variant_id,
       'status', pg_temp.pick('{active,draft,active,archived}', c.i),
       'revenue_category', pg_temp.pick($1, c.i % 45) || ' ' || c.i % 45,
       'created_at', s.created_at - c.i * interval '5 hours'))).*
     from crowd_plan c join membership_plan s on s.id = c.source_id`,
    [["Offers", LONG_NAME, "Kurse", LONG_WORD]],
  ],
]

/** A version is a draft until its rows are there; the database insists. */
const charts = () => [
  [
    `create temp table crowd_chart as
     select 'mchart_crowd_' || c.i as id, c.id as plan_id, p.id as source_id, 1 as version
     from crowd_plan c join membership_price_chart p on p.plan_id = c.source_id and p.state = 'published'
     union all
     select 'mchart_crowd_family_' || v, p.plan_id, p.id, 100 + v
     from generate_series(1, 30) v, membership_price_chart p
     join membership_plan f on f.id = p.plan_id and f.handle = 'family' where p.state = 'published'`,
  ],
  [
    `insert into membership_price_chart (id, plan_id, version, template_id)
     select id, plan_id, version, source_id from crowd_chart`,
  ],
  [
    `insert into membership_chart_row select (jsonb_populate_record(null::membership_chart_row, to_jsonb(r) ||
       jsonb_build_object('id', c.id || '_' || r.position, 'price_chart_id', c.id))).*
     from crowd_chart c join membership_chart_row r on r.price_chart_id = c.source_id`,
  ],
  // The last draft of the family's chart has more rows than fit on a screen.
  [
    `insert into membership_chart_row (id, price_chart_id, position, label, classification_id, prices)
     select 'mcrow_crowd_' || i, 'mchart_crowd_family_30', i, pg_temp.pick($1, i), 'mclass_crowd_' || i,
       '[{"currency_code": "eur", "amount": 123456.78}, {"currency_code": "usd", "amount": 234567.89}]'
     from generate_series(20, 60) i`,
    [[LONG_NAME, "Adult", LONG_WORD]],
  ],
  [
    `update membership_price_chart set state = 'finalized', finalized_at = now()
     where id in (select id from crowd_chart) and id <> 'mchart_crowd_family_30'`,
  ],
  [
    `update membership_price_chart set state = 'published', published_at = now()
     where id in (select id from crowd_chart) and version = 1`,
  ],
]

const people = (sizes) => [
  [
    `insert into customer (id, first_name, last_name, email)
     select 'cus_crowd_' || i, pg_temp.pick($2, i), pg_temp.pick($3, i), 'crowd.' || i || '@example.test'
     from generate_series(1, $1::int) i`,
    [sizes.households, FIRST_NAMES, LAST_NAMES],
  ],
  [
    `insert into membership_household (id, name)
     select 'mhous_crowd_' || i, case when i % 7 = 0 then $3 else pg_temp.pick($2, i) end || ' ' || i
     from generate_series(1, $1::int) i`,
    [sizes.households, LAST_NAMES, LONG_NAME],
  ],
  // Each household has its guardian, and the first one every tenth of the others.
  [
    `insert into membership_member
       (id, first_name, last_name, date_of_birth, email, phone, notes, customer_id, household_id, is_guardian)
     select 'mmemb_crowd_' || i, pg_temp.pick($3, i), pg_temp.pick($4, i),
       case when i > $2 and i % 3 <> 0 then ((current_date - (i % 90) * 365)::date)::text end,
       case when i <= $2 then 'crowd.' || i || '@example.test' end,
       case when i % 2 = 0 then '+49 30 ' || 1000000 + i end, case when i % 20 = 0 then $5 end,
       case when i <= $2 then 'cus_crowd_' || i end,
       case when i <= $2 then 'mhous_crowd_' || i when i % 10 = 0 then 'mhous_crowd_1'
         when i % 5 <> 0 then 'mhous_crowd_' || i % $2 + 1 end,
       i <= $2
     from generate_series(1, $1::int) i`,
    [sizes.members, sizes.households, FIRST_NAMES, LAST_NAMES, `${LONG_NAME} ${LONG_WORD}`],
  ],
  [
    `insert into membership_proof (id, member_id, classification_id, note, expires_on)
     select 'mproof_crowd_' || i, 'mmemb_crowd_' || case when i % 9 = 0 then 1 else i end, 'mclass_crowd_' || i % 50 * 5 + 5,
       case when i % 2 = 0 then $1 end, case when i % 3 > 0 then (current_date + (i % 100 - 50))::text end
     from generate_series(1, 250) i`,
    [LONG_NAME],
  ],
]

const memberships = (sizes) => [
  [
    `create temp table crowd_membership as
     select i, 'mship_crowd_' || i as id, 'msdr_crowd_' || i as draft_id, p.plan_id, p.chart_id,
       pg_temp.pick($2, i) as status, 'cus_crowd_' || 1 + (i + 43) % $3::int as customer_id,
       'sloc_crowd_' || 1 + i % $4::int as location_id,
       date_trunc('second', now()) - i * interval '50 minutes' as sold_at, case when i = 1 then 60 else 1 + i % 6 end as seats
     from generate_series(1, $1::int) i
     join (select plan_id, id as chart_id, row_number() over (order by plan_id desc) - 1 as at, count(*) over () as of
       from membership_price_chart where state = 'published') p on p.at = i % p.of`,
    [sizes.memberships, STATUSES, sizes.households, sizes.locations],
  ],
  [
    `insert into membership_sale_draft (id, quote_id, plan_id, price_chart_id, currency_code, customer_id, seats,
       signup_fee, raw_signup_fee, lines)
     select draft_id, 'quote_crowd', plan_id, chart_id, 'eur', customer_id, '[]', 29,
       '{"value": "29", "precision": 20}', '[]' from crowd_membership`,
  ],
  [
    `insert into membership (id, plan_id, price_chart_id, sale_draft_id, customer_id, customer_email, customer_name,
       location_id, time_zone, currency_code, signup_fee, raw_signup_fee, purchased_at, created_at, starts_on, ends_on,
       activated_at, voided_at, status)
     select m.id, plan_id, chart_id, draft_id, customer_id, c.email, c.first_name || ' ' || c.last_name,
       location_id, 'Europe/Berlin', 'eur', 29, '{"value": "29", "precision": 20}', sold_at, sold_at,
       case status when 'upcoming' then current_date + 30 when 'expired' then current_date - 400
         else sold_at::date end::text,
       case status when 'expired' then (current_date - 35)::text when 'active' then
         case when i % 3 = 0 then (current_date + 300)::text end end,
       case when status <> 'pending' then sold_at end, case when status = 'void' then sold_at end, status
     from crowd_membership m join customer c on c.id = m.customer_id order by i desc`,
  ],
  [
    `insert into membership_seat (id, membership_id, position, row_position, label, sequence, required, amount,
       raw_amount, classification_id)
     select 'mseat_crowd_' || m.i || '_' || s, m.id, s, (s - 1) % 5 + 1, pg_temp.pick($1, s), (s - 1) / 5 + 1, s <= 2,
       49.5, '{"value": "49.5", "precision": 20}', case when s % 2 = 0 then 'mclass_crowd_' || s end
     from crowd_membership m, generate_series(1, m.seats) s`,
    [["Further employee", "Adult", LONG_NAME, "Child", LONG_WORD]],
  ],
  [
    `insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
     select 'mhold_crowd_' || m.i || '_' || s, 'mseat_crowd_' || m.i || '_' || s, m.id,
       'mmemb_crowd_' || (m.i * 7 + s) % $1::int + 1, m.sold_at
     from crowd_membership m, generate_series(1, m.seats) s where s % 4 > 0`,
    [sizes.members],
  ],
]

const history = (sizes) => [
  [
    `insert into membership_accepted_terms (id, membership_id, terms_id, accepted_at)
     select 'mterms_crowd_' || m.i, m.id, t.id, m.sold_at from crowd_membership m
     join membership_plan_terms t on t.plan_id = m.plan_id`,
  ],
  [
    `insert into membership_audit_entry (id, at, actor_type, actor_id, action, subject_type, subject_id, membership_id,
       changes, reason)
     select 'maudit_crowd_' || m.i || '_' || n, m.sold_at + n * interval '1 second', 'system', 'system',
       case when n = 1 then 'activate-sale' else 'record-payment' end, 'membership', m.id, m.id, '{}',
       case when n % 4 = 0 then $1 end
     from crowd_membership m, generate_series(1, case when m.i = 1 then 120 else 2 end) n`,
    [`${LONG_NAME} ${LONG_WORD}`],
  ],
  [
    `insert into membership_sale_issue (id, order_id, subject_id, membership_id, plan_id, code, message, details)
     select 'missue_crowd_' || i, 'order_crowd_' || i, draft_id, id, plan_id, 'line_mismatch', 'The line was changed.', '{}'
     from crowd_membership where status = 'pending' order by i limit $1`,
    [sizes.sale_issues],
  ],
]

/**
 * @param {string} databaseUrl of a studio that has been seeded
 * @param {Partial<typeof USUAL_SIZES>} [sizes] how many of each
 */
export async function crowd(databaseUrl, sizes = {}) {
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query("begin")
    for (const [statement, values] of statements({ ...USUAL_SIZES, ...sizes }))
      await client.query(statement, values)
    await client.query("commit")
    await client.query("analyze")
  } finally {
    await client.end()
  }
}
