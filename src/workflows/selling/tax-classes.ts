import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const valueOf = (rate: number) => `Membership tax ${rate}%`
const codeOf = (rate: number) => `membership-${rate}`

/** Whether a product type is one of ours, which follow the rows of charts. */
export const isTaxClass = (value: string): boolean => /^Membership tax [\d.]+%$/.test(value)

/**
 * The product type of each tax rate that a chart row names (CHART-4), by rate in percent. A line that carries it is
 * taxed at that rate wherever there is a tax region. What is missing is made, so that a tax region that was added
 * later is covered with the next call. Made for provinces too: their default would win over their country's rate.
 */
export async function ensureTaxClasses(
  container: MedusaContainer,
  tax_rates: readonly number[]
): Promise<Map<number, string>> {
  const rates = [...new Set(tax_rates)]
  if (!rates.length) return new Map()
  const known = await knownTaxClasses(container, rates)
  if (known.missing === 0) return known.types
  const locking = container.resolve(Modules.LOCKING)
  return locking.execute("membership-tax-classes", async () => createMissing(container, rates))
}

/** Two reads when nothing is missing, which is nearly always: a quote waits for this. */
async function knownTaxClasses(container: MedusaContainer, rates: readonly number[]) {
  const tax = container.resolve(Modules.TAX)
  const [types, regions, taxRates] = await Promise.all([
    productTypes(container, rates),
    tax.listTaxRegions({}, { select: ["id"] }),
    tax.listTaxRates({ code: rates.map(codeOf) }, { select: ["id", "code", "tax_region_id"] }),
  ])
  const made = new Set(taxRates.map((rate) => `${rate.tax_region_id} ${rate.code}`))
  const without_rate = rates.flatMap((rate) =>
    regions.flatMap(({ id }) => (made.has(`${id} ${codeOf(rate)}`) ? [] : [{ rate, tax_region_id: id }]))
  )
  return { types, without_rate, missing: without_rate.length + rates.length - types.size }
}

async function productTypes(
  container: MedusaContainer,
  rates: readonly number[]
): Promise<Map<number, string>> {
  const types = await container
    .resolve(Modules.PRODUCT)
    .listProductTypes({ value: rates.map(valueOf) } as never)
  return new Map(
    rates.flatMap((rate) => {
      const type = types.find(({ value }) => value === valueOf(rate))
      return type ? [[rate, type.id] as const] : []
    })
  )
}

async function createMissing(
  container: MedusaContainer,
  rates: readonly number[]
): Promise<Map<number, string>> {
  const { types, without_rate } = await knownTaxClasses(container, rates)
  const unnamed = rates.filter((rate) => !types.has(rate))
  const created = unnamed.length
    ? await container
        .resolve(Modules.PRODUCT)
        .createProductTypes(unnamed.map((rate) => ({ value: valueOf(rate) })))
    : []
  const all = new Map([...types, ...unnamed.map((rate, index) => [rate, created[index]!.id] as const)])
  const tax_rates = without_rate.map(({ rate, tax_region_id }) => ({
    tax_region_id,
    name: valueOf(rate),
    code: codeOf(rate),
    rate,
    is_combinable: false,
    is_default: false,
    rules: [{ reference: "product_type", reference_id: all.get(rate)! }],
  }))
  if (tax_rates.length) await container.resolve(Modules.TAX).createTaxRates(tax_rates)
  return all
}
