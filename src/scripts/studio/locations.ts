import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { setLocationWorkflow } from "../../workflows/locations/set-location"
import { find, idOf, prices } from "./platform"

const WORKDAYS = [1, 2, 3, 4, 5]
const WEEKEND = [6, 7]
const FULFILLMENT_PROVIDER = "manual_manual"

const BRANCHES = [
  {
    name: "Berlin Kreuzberg",
    time_zone: "Europe/Berlin",
    is_default: true,
    address: { address_1: "Ritterstraße 12", postal_code: "10969", city: "Berlin", country_code: "de" },
    opening_hours: [
      { weekdays: WORKDAYS, opens: "07:00", closes: "23:00" },
      { weekdays: WEEKEND, opens: "09:00", closes: "22:00" },
    ],
  },
  {
    name: "New York Brooklyn",
    time_zone: "America/New_York",
    is_default: false,
    address: {
      address_1: "210 Douglass St",
      postal_code: "11217",
      city: "Brooklyn",
      country_code: "us",
      province: "ny",
    },
    opening_hours: [
      { weekdays: WORKDAYS, opens: "06:00", closes: "24:00" },
      { weekdays: WEEKEND, opens: "08:00", closes: "22:00" },
    ],
  },
]

type Branch = (typeof BRANCHES)[number]

export interface DemoLocations {
  readonly berlin_id: string
  readonly new_york_id: string
  readonly shipping_profile_id: string
}

/** Two branches in different time zones, each of which ships goods within its country for a flat price. */
export async function seedLocations(
  container: MedusaContainer,
  sales_channel_id: string
): Promise<DemoLocations> {
  const shipping_profile_id = await idOf(container, "shipping_profile", { type: "default" }, async () => {
    const input = { data: [{ name: "Goods", type: "default" }] }
    return (await createShippingProfilesWorkflow(container).run({ input })).result[0]
  })
  const ids: string[] = []
  for (const branch of BRANCHES) {
    const id = await seedBranch(container, branch, sales_channel_id)
    await seedShipping(container, { branch, stock_location_id: id, shipping_profile_id })
    ids.push(id)
  }
  const [berlin_id = "", new_york_id = ""] = ids
  return { berlin_id, new_york_id, shipping_profile_id }
}

async function seedBranch(
  container: MedusaContainer,
  branch: Branch,
  sales_channel_id: string
): Promise<string> {
  const { name, address, time_zone, opening_hours, is_default } = branch
  const stock_location_id = await idOf(container, "stock_location", { name }, async () => {
    const { result } = await createStockLocationsWorkflow(container).run({
      input: { locations: [{ name, address }] },
    })
    return result[0]
  })
  const fields = ["sales_channels.id"]
  const filters = { id: stock_location_id }
  const [location] = await find<{ sales_channels?: { id: string }[] }>(
    container,
    "stock_location",
    fields,
    filters
  )
  if (!location?.sales_channels?.some(({ id }) => id === sales_channel_id)) {
    const input = { id: stock_location_id, add: [sales_channel_id] }
    await linkSalesChannelsToStockLocationWorkflow(container).run({ input })
  }
  await idOf(container, "membership_location", { stock_location_id }, async () => {
    const input = { stock_location_id, time_zone, opening_hours, is_default, actor: SYSTEM }
    return (await setLocationWorkflow(container).run({ input })).result
  })
  return stock_location_id
}

interface ShippingInput {
  readonly branch: Branch
  readonly stock_location_id: string
  readonly shipping_profile_id: string
}

async function seedShipping(container: MedusaContainer, input: ShippingInput): Promise<void> {
  const { branch, stock_location_id, shipping_profile_id } = input
  await linkProvider(container, stock_location_id)
  const set_name = `Shipping from ${branch.name}`
  const [found] = await find<{ id: string }>(container, "fulfillment_set", ["id"], { name: set_name })
  if (!found) {
    const fulfillment_set_data = { name: set_name, type: "shipping" }
    const set = { location_id: stock_location_id, fulfillment_set_data }
    await createLocationFulfillmentSetWorkflow(container).run({ input: set })
  }
  const [set] = await find<{ id: string }>(container, "fulfillment_set", ["id"], { name: set_name })
  const { country_code } = branch.address
  const zone_name = `Country of ${branch.name}`
  const service_zone_id = await idOf(container, "service_zone", { name: zone_name }, async () => {
    const geo_zones = [{ type: "country" as const, country_code }]
    const zone = { name: zone_name, fulfillment_set_id: set!.id, geo_zones }
    return (await createServiceZonesWorkflow(container).run({ input: { data: [zone] } })).result[0]
  })
  await idOf(container, "shipping_option", { service_zone_id }, async () => {
    const option = {
      name: "Standard shipping",
      price_type: "flat" as const,
      service_zone_id,
      shipping_profile_id,
      provider_id: FULFILLMENT_PROVIDER,
      type: { label: "Standard", code: "standard", description: "Three to five working days" },
      prices: prices(4.9, 6.5),
      rules: [
        { attribute: "enabled_in_store", operator: "eq" as const, value: "true" },
        { attribute: "is_return", operator: "eq" as const, value: "false" },
      ],
    }
    return (await createShippingOptionsWorkflow(container).run({ input: [option] })).result[0]
  })
}

async function linkProvider(container: MedusaContainer, stock_location_id: string): Promise<void> {
  const fields = ["fulfillment_providers.id"]
  const filters = { id: stock_location_id }
  const [location] = await find<{ fulfillment_providers?: { id: string }[] }>(
    container,
    "stock_location",
    fields,
    filters
  )
  if (location?.fulfillment_providers?.some(({ id }) => id === FULFILLMENT_PROVIDER)) return
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: FULFILLMENT_PROVIDER },
  })
}
