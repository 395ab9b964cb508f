import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { registeredSandbox } from "../../providers/payment-sandbox/options"
import { find, idOf } from "./platform"

const NAME = "Studio Nordwand"

/** German prices are quoted with tax, American ones without: the two ways in which the platform counts. */
const COUNTRIES = [
  { name: "Germany", currency_code: "eur", country: "de", tax: "VAT", rate: 19, is_tax_inclusive: true },
  {
    name: "United States",
    currency_code: "usd",
    country: "us",
    tax: "Sales tax",
    rate: 8,
    is_tax_inclusive: false,
  },
]

interface StoreRow {
  id: string
  name: string
  default_sales_channel_id: string | null
}

export interface DemoStore {
  readonly sales_channel_id: string
  readonly publishable_key: string
  /** Ids by name. */
  readonly region_ids: ReadonlyMap<string, string>
}

/** The store with two currencies, its channel and key, and a region and a tax region for each country. */
export async function seedStore(container: MedusaContainer): Promise<DemoStore> {
  const [store] = await find<StoreRow>(container, "store", ["id", "name", "default_sales_channel_id"])
  if (!store) throw new Error("The platform made no store; migrate the database first.")
  const sales_channel_id = store.default_sales_channel_id ?? (await createSalesChannel(container))
  if (store.name !== NAME) {
    const supported_currencies = COUNTRIES.map(({ currency_code, is_tax_inclusive }, index) => ({
      currency_code,
      is_tax_inclusive,
      is_default: index === 0,
    }))
    const update = { name: NAME, default_sales_channel_id: sales_channel_id, supported_currencies }
    await updateStoresWorkflow(container).run({ input: { selector: { id: store.id }, update } })
  }
  const region_ids = new Map<string, string>()
  for (const country of COUNTRIES) region_ids.set(country.name, await seedRegion(container, country))
  return { sales_channel_id, publishable_key: await publishableKey(container, sales_channel_id), region_ids }
}

async function createSalesChannel(container: MedusaContainer): Promise<string> {
  return idOf(container, "sales_channel", { name: "Web shop" }, async () => {
    const input = { salesChannelsData: [{ name: "Web shop" }] }
    return (await createSalesChannelsWorkflow(container).run({ input })).result[0]
  })
}

async function seedRegion(container: MedusaContainer, country: (typeof COUNTRIES)[number]): Promise<string> {
  const { name, currency_code, country: country_code, tax, rate, is_tax_inclusive } = country
  await idOf(container, "tax_region", { country_code }, async () => {
    const default_tax_rate = { name: tax, code: `${country_code}-default`, rate }
    const input = [{ country_code, provider_id: "tp_system", default_tax_rate }]
    return (await createTaxRegionsWorkflow(container).run({ input })).result[0]
  })
  return idOf(container, "region", { name }, async () => {
    const payment_providers = ["pp_system_default", ...sandboxIds(container)]
    const region = { name, currency_code, countries: [country_code], payment_providers, is_tax_inclusive }
    const input = { regions: [{ ...region, automatic_taxes: true }] }
    return (await createRegionsWorkflow(container).run({ input })).result[0]
  })
}

/** Test cards beside the platform's own provider, where the studio uses the sandbox. */
function sandboxIds(container: MedusaContainer): string[] {
  const registered = registeredSandbox(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE))
  return registered ? [`pp_sandbox_${registered.id}`] : []
}

/** The platform makes a key of its own at its first start; that one is used. */
async function publishableKey(container: MedusaContainer, sales_channel_id: string): Promise<string> {
  const filters = { type: "publishable", revoked_at: null }
  const id = await idOf(container, "api_key", filters, async () => {
    const input = { api_keys: [{ title: "Storefront", type: "publishable" as const, created_by: "" }] }
    return (await createApiKeysWorkflow(container).run({ input })).result[0]
  })
  const fields = ["token", "sales_channels.id"]
  const [key] = await find<{ token: string; sales_channels?: { id: string }[] }>(
    container,
    "api_key",
    fields,
    { id }
  )
  if (!key?.sales_channels?.some((channel) => channel.id === sales_channel_id)) {
    await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id, add: [sales_channel_id] } })
  }
  return key!.token
}
