import type { MedusaContainer } from "@medusajs/framework/types"
import { createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { find, prices } from "./platform"

interface DemoProduct {
  readonly title: string
  readonly handle: string
  readonly description: string
  readonly option: string
  readonly values: readonly string[]
  readonly eur: number
  readonly usd: number
}

export const SHIRT_HANDLE = "studio-t-shirt"

/** Goods are kept in stock and shipped. */
const GOODS: readonly DemoProduct[] = [
  {
    ...{ title: "T-shirt", handle: SHIRT_HANDLE, description: "Organic cotton, with the studio's mountain." },
    ...{ option: "Size", values: ["S", "M", "L", "XL"], eur: 25, usd: 28 },
  },
  {
    ...{ title: "Chalk bag", handle: "chalk-bag", description: "With a belt and a brush holder." },
    ...{ option: "Colour", values: ["Granite"], eur: 19.9, usd: 22 },
  },
  {
    ...{ title: "Water bottle", handle: "water-bottle", description: "Steel, 0.75 litres." },
    ...{ option: "Colour", values: ["Steel"], eur: 22.5, usd: 25 },
  },
]

/** Single visits for whoever is no member: nothing is shipped and nothing runs out (BOOK-5). */
const SERVICES: readonly DemoProduct[] = [
  {
    ...{ title: "Yoga class, single visit", handle: "yoga-class", description: "One class of 75 minutes." },
    ...{ option: "Visit", values: ["Single"], eur: 18, usd: 22 },
  },
  {
    ...{ title: "Dance class, single visit", handle: "dance-class", description: "One class of 60 minutes." },
    ...{ option: "Visit", values: ["Single"], eur: 16, usd: 19 },
  },
  {
    ...{ title: "Climbing day pass", handle: "climbing-day", description: "The whole hall for one day." },
    ...{ option: "Visit", values: ["Single"], eur: 14.5, usd: 24 },
  },
]

interface SeedProductsInput {
  readonly sales_channel_id: string
  readonly shipping_profile_id: string
  readonly stock_location_ids: readonly string[]
}

/** Merchandise and single visits, ordinary products of the platform. */
export async function seedProducts(container: MedusaContainer, input: SeedProductsInput): Promise<void> {
  const { sales_channel_id, shipping_profile_id } = input
  const goods = GOODS.map((product) => ({
    ...toProduct(product, true, sales_channel_id),
    shipping_profile_id,
  }))
  const services = SERVICES.map((product) => toProduct(product, false, sales_channel_id))
  const handles = [...GOODS, ...SERVICES].map(({ handle }) => handle)
  const known = await find<{ handle: string }>(container, "product", ["handle"], { handle: handles })
  const missing = [...goods, ...services].filter(
    (each) => !known.some(({ handle }) => handle === each.handle)
  )
  if (missing.length) await createProductsWorkflow(container).run({ input: { products: missing } })
  await stockGoods(container, input.stock_location_ids)
}

function toProduct(product: DemoProduct, manage_inventory: boolean, sales_channel_id: string) {
  const { title, handle, description, option, values, eur, usd } = product
  return {
    title,
    handle,
    description,
    status: "published" as const,
    sales_channels: [{ id: sales_channel_id }],
    options: [{ title: option, values: [...values] }],
    variants: values.map((value) => ({
      title: value,
      sku: `${handle}-${value}`.toUpperCase(),
      manage_inventory,
      options: { [option]: value },
      prices: prices(eur, usd),
    })),
  }
}

interface StockedVariant {
  inventory_items: { inventory: { id: string; location_levels: { location_id: string }[] | null } }[]
}

async function stockGoods(container: MedusaContainer, stock_location_ids: readonly string[]): Promise<void> {
  const fields = ["inventory_items.inventory.id", "inventory_items.inventory.location_levels.location_id"]
  const filters = { product: { handle: GOODS.map(({ handle }) => handle) } }
  const variants = await find<StockedVariant>(container, "product_variant", fields, filters)
  const inventory_levels = variants.flatMap(({ inventory_items }) =>
    inventory_items.flatMap(({ inventory: { id, location_levels } }) =>
      stock_location_ids
        .filter((location_id) => !location_levels?.some((level) => level.location_id === location_id))
        .map((location_id) => ({ location_id, inventory_item_id: id, stocked_quantity: 100 }))
    )
  )
  if (inventory_levels.length)
    await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels } })
}
