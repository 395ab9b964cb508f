import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { type TaxRate, withTax } from "../../domain/billing/tax"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChargeTotals, OpenCharge, UntaxedCharge } from "../../modules/membership/types"
import { isTaxInclusive } from "../selling/tax-preference"
import { loadAddresses, type PayerAddress } from "./payers"

type Place = Pick<PayerAddress, "country_code" | "province" | "postal_code" | "city">

interface Region {
  readonly id: string
  readonly currency_code: string
  readonly automatic_taxes: boolean
}

/** What the platform's tax hangs on; charges with the same of all of it share one question. */
interface TaxQuestion {
  readonly place: Place
  readonly product_id: string
  readonly product_type_id: string | null
  readonly currency_code: string
}

/**
 * Finds the tax of the charges that have none yet, as the platform taxes for the payer's address (MONEY-3). Without
 * automatic taxes in the region, or without a country, there is none, as on the platform.
 * @param untaxable those whose tax could not be found, which are left out; more may come to them
 * @returns how many charges were looked at; fewer than the limit means that none is left
 */
export async function taxCharges(
  container: MedusaContainer,
  limit: number,
  untaxable: Set<string>
): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const charges = await membership.listUntaxedCharges(limit, [...untaxable])
  if (charges.length === 0) return 0
  const totals = await totalsOfEach(container, charges)
  await membership.writeChargeTotals(totals)
  const taxed = new Set(totals.map(({ id }) => id))
  for (const { id } of charges) if (!taxed.has(id)) untaxable.add(id)
  return charges.length
}

/** One that cannot be taxed, for an address that a tax provider does not take, must not keep the others. */
async function totalsOfEach(
  container: MedusaContainer,
  charges: readonly UntaxedCharge[]
): Promise<ChargeTotals[]> {
  try {
    return await totalsOf(container, charges)
  } catch (error) {
    if (charges.length > 1) {
      const each: ChargeTotals[] = []
      for (const charge of charges) each.push(...(await totalsOfEach(container, [charge])))
      return each
    }
    const { message } = error as Error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The tax of the charge ${charges[0]!.id} cannot be found yet: ${message}`)
    return []
  }
}

/** What a change comes to, for whoever asked for it: what is done already is not undone because its tax cannot be told. */
export async function toldTotals(
  container: MedusaContainer,
  { preview }: { readonly preview: boolean },
  charges: readonly UntaxedCharge[]
): Promise<ChargeTotals[] | null> {
  try {
    return await totalsOf(container, charges)
  } catch (error) {
    if (preview) throw error
    container.resolve(ContainerRegistrationKeys.LOGGER).error(error as Error)
    return null
  }
}

/** What charges come to, with the tax of today; a preview asks for the same, and writes nothing (BILL-9). */
export async function totalsOf(
  container: MedusaContainer,
  charges: readonly UntaxedCharge[]
): Promise<ChargeTotals[]> {
  const [regions, addresses, types] = await Promise.all([
    regionsOf(container, charges),
    loadAddresses(
      container,
      charges.map(({ id, charge: { payer_customer_id }, order_id: sale_order_id }) => ({
        ...{ id, payer_customer_id, sale_order_id },
      }))
    ),
    productTypesOf(container, charges),
  ])
  const asked = new Map<string, Promise<readonly TaxRate[]>>()
  const ratesOf = (charge: UntaxedCharge, region: TaxedRegion | undefined) => {
    const place = placeOf(addresses.get(charge.id))
    if (!region?.automatic_taxes || !place?.country_code) return []
    const { product_id, currency_code } = charge
    const product_type_id = types.get(product_id) ?? null
    const question = { place, product_id, product_type_id, currency_code }
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

/** What a charge came to when it was taxed. */
export const storedTotals = ({
  id,
  charge,
  is_tax_inclusive,
  tax_minor,
  total_minor,
}: OpenCharge): ChargeTotals => ({
  ...{ id, lines: charge.lines, is_tax_inclusive: is_tax_inclusive ?? false },
  ...{ tax_minor: tax_minor ?? 0, total_minor: total_minor ?? 0 },
})

function placeOf(address: PayerAddress | null | undefined): Place | null {
  if (!address) return null
  const { country_code, province, postal_code, city } = address
  return { country_code, province, postal_code, city }
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
  { place, product_id, product_type_id, currency_code }: TaxQuestion
): Promise<readonly TaxRate[]> {
  const { country_code, province, postal_code, city } = place
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
  return lines.map(({ code, name, rate }) => ({ code, name, rate }))
}
