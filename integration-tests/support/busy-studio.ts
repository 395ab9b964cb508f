import { writeFileSync } from "node:fs"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { signDeviceToken } from "../../src/api/front-desk/device-token"
import { SYSTEM } from "../../src/domain/actor"
import { planWithDefaults } from "../../src/domain/plans/defaults"
import { fromDefinition } from "../../src/modules/membership/mapping/plans"
import { sellMany } from "./many-memberships"

/** What whoever measures or breaks a busy studio has to know of it. */
export interface BusyStudio {
  /** Opens the front desk. */
  readonly token: string
  readonly device: { readonly id: string; readonly token_version: number }
  readonly location_id: string
  readonly service_ids: readonly string[]
  /** Members of memberships with ten credits that they share, which are paid and have begun. */
  readonly visitors: readonly string[]
  /** Members whose visits need more, or are denied: a last credit, a membership that is not paid or void. */
  readonly others: readonly string[]
  /** Of each company the members, who share one balance that does not run out. */
  readonly companies: readonly (readonly string[])[]
}

const SERVICES = 60
const COMPANIES = 6
const COMPANY_SEATS = 32
const COMPANY_CREDITS = 1_000_000

type Database = Parameters<typeof sellMany>[0]

/**
 * A studio in the middle of its years: `memberships` families of one to four, with credits and four visits each. The
 * studio's clock must be the machine's, because visits are a moment ago or long ago.
 */
export async function createBusyStudio(container: MedusaContainer, memberships: number): Promise<BusyStudio> {
  const membership = container.resolve("membership")
  const locations = container.resolve(Modules.STOCK_LOCATION)
  const { id: location_id } = await locations.createStockLocations({ name: "Main street" })
  await membership.setLocation({ stock_location_id: location_id, time_zone: "Europe/Berlin", actor: SYSTEM })
  const services = Array.from({ length: SERVICES }, (_, at) => `Class ${at + 1}`)
  await membership.createMembershipServices(
    services.map((name) => ({ name, handle: name.toLowerCase().replace(" ", "-"), kind: "class" })) as never
  )
  const offered = await membership.listMembershipServices({}, { take: SERVICES, order: { name: "ASC" } })
  const service_ids = offered.map(({ id }) => id)
  const plan = await createPack(container)
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Database
  await sellMany(database, plan, { from: 1, to: memberships + COMPANIES })
  const bindings = { memberships, companies: COMPANIES, seats: COMPANY_SEATS, credits: COMPANY_CREDITS }
  const place = { location_id, service_id: service_ids[0]! }
  for (const statement of statements) await database.raw(statement, { ...bindings, ...place })
  const device = await membership.addFrontDeskDevice({ name: "Gate", location_id, actor: SYSTEM })
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const claim = { device_id: device.id, token_version: device.token_version }
  return {
    ...{ device, location_id, service_ids, ...peopleOf(memberships) },
    token: signDeviceToken(claim, http.jwtSecret as string),
  }
}

/** `medusa exec`: makes one in the database, and leaves what is to be known of it in the file BUSY_STUDIO. */
export default async function furnish({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const { BUSY_STUDIO: file, MEMBERSHIPS: memberships } = process.env
  const studio = await createBusyStudio(container, Number(memberships))
  writeFileSync(file!, JSON.stringify(studio))
}

async function createPack(container: MedusaContainer) {
  const membership = container.resolve("membership")
  const definition = planWithDefaults({
    ...{ name: "Pack", handle: "pack", kind: "credit_pack", audience: "shared", validity: null },
    ...{ billing: { type: "one_time" } },
    entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
  })
  const sold_as = { status: "active", product_id: "prod_pack", variant_id: "variant_pack" }
  const plan = await membership.createMembershipPlans({ ...fromDefinition(definition), ...sold_as } as never)
  const { id } = plan as unknown as { id: string }
  const chart = await membership.createMembershipPriceCharts({ plan_id: id, version: 1 } as never)
  const { id: chart_id } = chart as unknown as { id: string }
  return { ...sold_as, id, chart_id, rows: [] }
}

const idOf = (kind: string, n: number) => `${kind}_${String(n).padStart(9, "0")}`

/** As `sellMany` names them, and which of them can pay with credits that others do not end. */
function peopleOf(memberships: number): Pick<BusyStudio, "visitors" | "others" | "companies"> {
  const numbers = Array.from({ length: memberships }, (_, at) => at + 1)
  const family = (n: number) =>
    Array.from({ length: (n % 4) + 1 }, (_, at) => `${idOf("mmemb", n)}_${at + 1}`)
  const pays = (n: number) => n % 10 >= 2 && n % 10 !== 9
  const companies = Array.from({ length: COMPANIES }, (_, company) =>
    Array.from({ length: COMPANY_SEATS }, (_each, at) => {
      const n = memberships + company + 1
      return at < (n % 4) + 1 ? `${idOf("mmemb", n)}_${at + 1}` : `mmemb_company_${n}_${at + 1}`
    })
  )
  return {
    visitors: numbers.filter(pays).flatMap(family),
    others: numbers.filter((n) => !pays(n)).flatMap(family),
    companies,
  }
}

const NUMBERED = "lpad(n::text, 9, '0')"

const statements = [
  `update membership set starts_on = to_char(now() - interval '300 days', 'YYYY-MM-DD'), status = 'active',
     purchased_at = now() - interval '300 days', activated_at = case when activated_at is null then null else now() - interval '300 days' end,
     voided_at = case when voided_at is null then null else now() - interval '200 days' end`,
  `update membership set activated_at = now() - interval '300 days', voided_at = null
   where id in (select 'mship_' || ${NUMBERED} from generate_series(:memberships::int + 1, :memberships::int + :companies::int) n)`,
  `insert into membership_seat (id, membership_id, position, row_position, label, sequence, required, amount, raw_amount)
   select 'mseat_company_' || n || '_' || at, 'mship_' || ${NUMBERED}, at, 1, 'Seat', at, false, 49, '{"value": "49", "precision": 20}'
   from generate_series(:memberships::int + 1, :memberships::int + :companies::int) n, lateral generate_series(n % 4 + 2, :seats::int) at`,
  `insert into membership_member (id, first_name, last_name)
   select 'mmemb_company_' || n || '_' || at, 'Colleague', 'Number ' || at
   from generate_series(:memberships::int + 1, :memberships::int + :companies::int) n, lateral generate_series(n % 4 + 2, :seats::int) at`,
  `insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
   select 'mhold_company_' || n || '_' || at, 'mseat_company_' || n || '_' || at, 'mship_' || ${NUMBERED},
     'mmemb_company_' || n || '_' || at, now() - interval '300 days'
   from generate_series(:memberships::int + 1, :memberships::int + :companies::int) n, lateral generate_series(n % 4 + 2, :seats::int) at`,
  // Of ten, one has a single credit; who is not paid has none, and a company has more than anybody uses.
  `insert into membership_credit_grant (id, key, membership_id, source, period_index, credits, value_minor, granted_at,
     available, available_value_minor)
   select 'mcgr_' || ${NUMBERED}, 'many:' || n, 'mship_' || ${NUMBERED}, 'period', 0, c.credits, 10000,
     now() - interval '300 days', c.credits, 10000
   from generate_series(1, :memberships::int + :companies::int) n,
     lateral (select case when n > :memberships::int then :credits::int when n % 10 = 9 then 1 else 10 end as credits) c
   where n > :memberships::int or n % 10 <> 0`,
  `insert into membership_credit_entry (id, grant_id, membership_id, kind, available, reserved, available_value_minor,
     reserved_value_minor, at, cause_type, actor_type, idempotency_key)
   select 'mcen_many_' || id, id, membership_id, 'grant', credits, 0, value_minor, 0, granted_at, 'sale', 'system', 'many:' || id
   from membership_credit_grant`,
  `insert into membership_visit (id, is_allowed, member_id, membership_id, seat_id, service_id, location_id, at, local_on,
     credits, decision, actor_type, idempotency_key)
   select 'mvis_' || h.id || '_' || nth, true, h.member_id, h.membership_id, h.seat_id, :service_id, :location_id, visited.at,
     to_char(visited.at, 'YYYY-MM-DD'), 0, '{"allowed": true, "reasons": []}', 'system', 'many:' || h.id || ':' || nth
   from membership_seat_holder h, generate_series(1, 4) nth, lateral (select now() - nth * interval '20 days' as at) visited`,
  `analyze`,
]
