import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type TaxRate, withTax } from "../../domain/billing/tax"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChargeTotals, UntaxedCharge } from "../../modules/membership/types"
import { isTaxInclusive } from "../selling/tax-preference"

interface Address {
  readonly country_code: string | null
  readonly province: string | null
  readonly postal_code: string | null
  readonly city: string | null
}

interface Region {
  readonly id: string
  readonly currency_code: string
  readonly automatic_taxes: boolean
}

/** What the platform's tax hangs on; charges with the same of all of it share one question. */
interface TaxQuestion {
  readonly address: Address
  readonly product_id: string
  readonly product_type_id: string | null
  readonly currency_code: string
}

/**
 * Finds the tax of the charges that have none yet, as the platform taxes for the payer's address (MONEY-3). Without
 * automatic taxes in the region, or without a country, there is none, as on the platform.
 * @returns how many charges there were
 */
export async function taxCharges(container: MedusaContainer, limit: number): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const charges = await membership.listUntaxedCharges(limit)
  if (charges.length === 0) return 0
  await membership.writeChargeTotals(await totalsOf(container, charges))
  return charges.length
}

/** What charges come to, with the tax of today; a preview asks for the same, and writes nothing (BILL-9). */
export async function totalsOf(
  container: MedusaContainer,
  charges: readonly UntaxedCharge[]
): Promise<ChargeTotals[]> {
  const [regions, addresses, types] = await Promise.all([
    regionsOf(container, charges),
    addressesOf(container, charges),
    productTypesOf(container, charges),
  ])
  const asked = new Map<string, Promise<readonly TaxRate[]>>()
  const ratesOf = (charge: UntaxedCharge, region: TaxedRegion | undefined) => {
    const address = addresses.get(charge.id)
    if (!region?.automatic_taxes || !address?.country_code) return []
    const { product_id, currency_code } = charge
    const product_type_id = types.get(product_id) ?? null
    const question = { address, product_id, product_type_id, currency_code }
    const key = JSON.stringify(question)
    if (!asked.has(key)) asked.set(key, askPlatform(container, question))
    return asked.get(key)!
  }
  return Promise.all(
    charges.map(async (untaxed) => {
      const region = regions.get(untaxed.region_id ?? "")
      const rates = await ratesOf(untaxed, region)
      const { lines, is_tax_inclusive, tax_minor, total_minor } = withTax(untaxed.charge, {
        rates: new Map(untaxed.charge.lines.map(({ key }) => [key, rates])),
        is_tax_inclusive: region?.is_tax_inclusive ?? false,
      })
      return { id: untaxed.id, lines, is_tax_inclusive, tax_minor, total_minor }
    })
  )
}

interface TaxedRegion extends Region {
  readonly is_tax_inclusive: boolean
}

async function regionsOf(
  container: MedusaContainer,
  charges: readonly UntaxedCharge[]
): Promise<Map<string, TaxedRegion>> {
  const ids = [...new Set(charges.flatMap(({ region_id }) => region_id ?? []))]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["id", "currency_code", "automatic_taxes"],
    filters: { id: ids },
  })
  const regions = await Promise.all(
    (data as Region[]).map(async (region) => {
      const is_tax_inclusive = await isTaxInclusive(container, region.currency_code, region)
      return { ...region, is_tax_inclusive }
    })
  )
  return new Map(regions.map((region) => [region.id, region]))
}

interface Addressed {
  readonly id: string
  readonly addresses?: readonly (Address & {
    readonly is_default_billing: boolean
    readonly is_default_shipping: boolean
  })[]
  readonly shipping_address?: Address | null
  readonly billing_address?: Address | null
}

/** The payer's own default address; or else that of the order which sold the membership. */
async function addressesOf(
  container: MedusaContainer,
  charges: readonly UntaxedCharge[]
): Promise<Map<string, Address>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const places = ["country_code", "province", "postal_code", "city"]
  const fieldsOf = (relation: string) => places.map((place) => `${relation}.${place}`)
  const idsOf = (pick: (charge: UntaxedCharge) => string | null) => [
    ...new Set(charges.flatMap((charge) => pick(charge) ?? [])),
  ]
  const [customers, orders] = await Promise.all([
    query.graph({
      entity: "customer",
      fields: [
        "id",
        ...fieldsOf("addresses"),
        "addresses.is_default_billing",
        "addresses.is_default_shipping",
      ],
      filters: { id: idsOf(({ charge }) => charge.payer_customer_id) },
    }),
    query.graph({
      entity: "order",
      fields: ["id", ...fieldsOf("shipping_address"), ...fieldsOf("billing_address")],
      filters: { id: idsOf(({ order_id }) => order_id) },
    }),
  ])
  const known = new Map(
    [...(customers.data as Addressed[]), ...(orders.data as Addressed[])].map((each) => [
      each.id,
      addressIn(each),
    ])
  )
  return new Map(
    charges.flatMap(({ id, charge, order_id }) => {
      const address = known.get(charge.payer_customer_id ?? "") ?? known.get(order_id ?? "")
      return address ? [[id, address] as const] : []
    })
  )
}

function addressIn({ addresses = [], shipping_address, billing_address }: Addressed): Address | null {
  const own =
    addresses.find(({ is_default_billing }) => is_default_billing) ??
    addresses.find(({ is_default_shipping }) => is_default_shipping)
  const address = own ?? shipping_address ?? billing_address
  if (!address) return null
  const { country_code, province, postal_code, city } = address
  return { country_code, province, postal_code, city }
}

async function productTypesOf(
  container: MedusaContainer,
  charges: readonly UntaxedCharge[]
): Promise<Map<string, string | null>> {
  const ids = [...new Set(charges.map(({ product_id }) => product_id))]
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ id: ids }, { select: ["id", "type_id"], take: ids.length })
  return new Map(products.map(({ id, type_id }) => [id, type_id ?? null]))
}

async function askPlatform(
  container: MedusaContainer,
  { address, product_id, product_type_id, currency_code }: TaxQuestion
): Promise<readonly TaxRate[]> {
  const { country_code, province, postal_code, city } = address
  const lines = await container.resolve(Modules.TAX).getTaxLines(
    [
      {
        ...{ id: "line", product_id, quantity: 1, unit_price: 1, currency_code },
        ...(product_type_id === null ? {} : { product_type_id }),
      },
    ],
    {
      address: {
        country_code: country_code!,
        province_code: province,
        ...(postal_code === null ? {} : { postal_code }),
        ...(city === null ? {} : { city }),
      },
      is_return: false,
    }
  )
  return lines.map(({ code, name, rate }) => ({ code, name, rate: rate ?? 0 }))
}
