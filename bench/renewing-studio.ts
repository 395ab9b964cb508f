import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createRegionsWorkflow, createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { sellMany } from "../integration-tests/support/many-memberships"
import { planWithDefaults } from "../src/domain/plans/defaults"
import { fromDefinition } from "../src/modules/membership/mapping/plans"

export const BANK = "pp_bench_bench"

/** The numbers of memberships, both inclusive. */
export interface Numbers {
  readonly from: number
  readonly to: number
}

interface Database {
  raw(statement: string, bindings?: object): Promise<{ rows: unknown[] }>
}

export interface RenewingStudio {
  readonly region_id: string
  /** Monthly families of one to four with four credits a month, whose last paid period ends today, and who have a card. */
  readonly sell: (numbers: Numbers) => Promise<void>
  /** Lets what they owe from today on be charged. */
  readonly becomeDue: (numbers: Numbers) => Promise<void>
  readonly sql: <Row>(statement: string, bindings?: object) => Promise<Row[]>
}

/** Finds the studio in the database, or makes it: a region with automatic taxes, one plan, and nobody in it. */
export async function openRenewingStudio(container: MedusaContainer): Promise<RenewingStudio> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Database
  const sql = async <Row>(statement: string, bindings: object = {}) =>
    (await database.raw(statement, bindings)).rows as Row[]
  const plan = (await findPlan(container)) ?? (await createPlan(container))
  const region_id = (await findRegion(container)) ?? (await createRegion(container))
  return {
    region_id,
    sql,
    sell: async (numbers) => {
      await sellMany(database, plan, numbers)
      for (const statement of RENEWING) await sql(statement, { ...numbers, region_id, bank: BANK })
      for (const table of TABLES) await sql(`analyze ${table}`)
    },
    becomeDue: async (numbers) => {
      await sql(
        `update membership set charges_next_at = now()
         where id between 'mship_' || lpad(:from::text, 9, '0') and 'mship_' || lpad(:to::text, 9, '0')`,
        numbers
      )
    },
  }
}

async function findPlan(container: MedusaContainer) {
  const membership = container.resolve("membership")
  const [plan] = await membership.listMembershipPlans({ handle: "monthly" })
  if (!plan) return null
  const [chart] = await membership.listMembershipPriceCharts({ plan_id: plan.id })
  const { id, product_id, variant_id } = plan
  return { id, product_id: product_id, variant_id: variant_id, chart_id: chart!.id, rows: [] }
}

async function createPlan(container: MedusaContainer) {
  const membership = container.resolve("membership")
  const product = await container.resolve(Modules.PRODUCT).createProducts({ title: "Monthly" })
  const definition = planWithDefaults({
    ...{ name: "Monthly", handle: "monthly", kind: "membership", audience: "shared" },
    ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
    ...{ renewal: { mode: "period_end" }, validity: { unit: "month", count: 1 } },
    entitlement: { type: "credits", credits: 4, per: "period", scope: "shared" },
  })
  const sold_as = { status: "active", product_id: product.id, variant_id: "variant_monthly" }
  const plan = await membership.createMembershipPlans({ ...fromDefinition(definition), ...sold_as } as never)
  const { id } = plan as unknown as { id: string }
  const chart = await membership.createMembershipPriceCharts({ plan_id: id, version: 1 } as never)
  const { id: chart_id } = chart as unknown as { id: string }
  return { ...sold_as, id, chart_id, rows: [] }
}

async function findRegion(container: MedusaContainer): Promise<string | null> {
  const [region] = await container.resolve(Modules.REGION).listRegions({ name: "Germany" })
  return region?.id ?? null
}

async function createRegion(container: MedusaContainer): Promise<string> {
  const default_tax_rate = { name: "VAT", code: "de-default", rate: 19 }
  const tax_region = { country_code: "de", provider_id: "tp_system", default_tax_rate }
  await createTaxRegionsWorkflow(container).run({ input: [tax_region] })
  const region = { name: "Germany", currency_code: "eur", countries: ["de"], payment_providers: [BANK] }
  const { result } = await createRegionsWorkflow(container).run({
    input: { regions: [{ ...region, automatic_taxes: true, is_tax_inclusive: true }] },
  })
  return result[0]!.id
}

const NUMBERED = "lpad(n::text, 9, '0')"
const EACH = "generate_series(:from::int, :to::int) n"
const OF_EACH = (column: string) =>
  `${column} between 'mship_' || lpad(:from::text, 9, '0') and 'mship_' || lpad(:to::text, 9, '0')`
/** The first day of the period that was paid with the sale. */
const BEGAN_ON = "to_char((now() at time zone time_zone) - interval '1 month', 'YYYY-MM-DD')"
const TODAY = "to_char(now() at time zone time_zone, 'YYYY-MM-DD')"
const BEGAN_AT = "now() - interval '1 month'"

const RENEWING = [
  `update membership set purchased_at = ${BEGAN_AT}, activated_at = ${BEGAN_AT}, voided_at = null, status = 'active',
     starts_on = ${BEGAN_ON}, sold_ends_on = ${TODAY}, ends_on = ${TODAY}, charges_next_at = null
   where ${OF_EACH("id")}`,
  `update membership_sale_draft set region_id = :region_id
   where id between 'mdraft_' || lpad(:from::text, 9, '0') and 'mdraft_' || lpad(:to::text, 9, '0')`,
  `insert into membership_credit_grant (id, key, membership_id, source, period_index, starts_on, expires_on, starts_at,
     expires_at, settles_at, credits, value_minor, granted_at, available, available_value_minor)
   select 'mcgr_' || ${NUMBERED}, 'many:' || n, m.id, 'period', 0, m.starts_on, m.ends_on, ${BEGAN_AT}, ended.at, ended.at,
     4, 4900, ${BEGAN_AT}, 4, 4900
   from ${EACH} join membership m on m.id = 'mship_' || ${NUMBERED},
     lateral (select m.ends_on::timestamp at time zone m.time_zone as at) ended`,
  `insert into membership_credit_entry (id, grant_id, membership_id, kind, available, reserved, available_value_minor,
     reserved_value_minor, at, cause_type, actor_type, idempotency_key)
   select 'mcen_' || ${NUMBERED}, 'mcgr_' || ${NUMBERED}, 'mship_' || ${NUMBERED}, 'grant', 4, 0, 4900, 0, ${BEGAN_AT},
     'sale', 'system', 'many:' || n from ${EACH}`,
  `insert into customer (id, email, first_name, last_name, has_account)
   select 'cus_' || n, 'purchaser' || n || '@example.test', 'Purchaser', 'Surname' || n, true from ${EACH}`,
  `insert into customer_address (id, customer_id, is_default_billing, first_name, last_name, address_1, city, country_code,
     postal_code)
   select 'cuaddr_' || n, 'cus_' || n, true, 'Purchaser', 'Surname' || n, 'Street ' || n, 'Berlin', 'de', '10115' from ${EACH}`,
  `insert into account_holder (id, provider_id, external_id, email, data)
   select 'acchld_' || n, :bank, 'holder_' || n, 'purchaser' || n || '@example.test',
     jsonb_build_object('id', 'holder_' || n) from ${EACH}`,
  `insert into membership_payment_method (id, customer_id, provider_id, account_holder_id, payment_method_id, label)
   select 'mpay_' || n, 'cus_' || n, :bank, 'acchld_' || n, 'pm_bench', 'visa •••• 4242' from ${EACH}`,
]

/** What `sellMany` has not analyzed. */
const TABLES = [
  ...["membership_credit_grant", "membership_credit_entry", "membership_payment_method"],
  ...["customer", "customer_address", "account_holder"],
]
