import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { PlanAmount } from "../../../domain/plans/types"

export interface SetVariantPricesInput {
  readonly variant_id: string
  /** All prices of the variant, outside price lists. */
  readonly prices: readonly PlanAmount[]
}

/** The former prices of a price set, or the new set that a variant without one got. */
type Undo = { price_set_id: string; prices: PriceInput[] } | { variant_id: string; created_id: string }

interface PriceInput {
  id?: string
  currency_code: string
  amount: number
}

/**
 * Makes the given prices the variant's only ones. A step of our own, because the platform's, when it is undone,
 * takes every price of the set away.
 */
export const setVariantPricesStep = createStep(
  "membership-set-variant-prices",
  async ({ variant_id, prices }: SetVariantPricesInput, { container }) => {
    const price_set_id = await priceSetOf(container, variant_id)
    if (price_set_id === null) {
      if (!prices.length) return new StepResponse(null, null as Undo | null)
      const created_id = await createPriceSet(container, variant_id, prices)
      return new StepResponse(null, { variant_id, created_id })
    }
    const former = await plainPrices(container, price_set_id)
    if (sameAmounts(former, prices)) return new StepResponse(null, null as Undo | null)
    await replacePrices(container, price_set_id, keepIds(prices, former))
    return new StepResponse(null, { price_set_id, prices: former })
  },
  async (undo, { container }) => {
    if (!undo) return
    if ("price_set_id" in undo) {
      const now = await plainPrices(container, undo.price_set_id)
      await replacePrices(container, undo.price_set_id, keepIds(undo.prices, now))
      return
    }
    const link = priceSetLink(undo.variant_id, undo.created_id)
    await container.resolve(ContainerRegistrationKeys.LINK).dismiss(link)
    await container.resolve(Modules.PRICING).deletePriceSets([undo.created_id])
  }
)

async function priceSetOf(container: MedusaContainer, variant_id: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant_price_set",
    fields: ["price_set_id"],
    filters: { variant_id },
  })
  return (data as { price_set_id: string }[])[0]?.price_set_id ?? null
}

async function createPriceSet(
  container: MedusaContainer,
  variant_id: string,
  prices: readonly PlanAmount[]
): Promise<string> {
  const { id } = await container.resolve(Modules.PRICING).createPriceSets({ prices: prices.map(toInput) })
  await container.resolve(ContainerRegistrationKeys.LINK).create(priceSetLink(variant_id, id))
  return id
}

const priceSetLink = (variant_id: string, price_set_id: string) => ({
  [Modules.PRODUCT]: { variant_id },
  [Modules.PRICING]: { price_set_id },
})

/** Prices outside price lists, those with rules included: a plan's variant has one price a currency. */
async function plainPrices(container: MedusaContainer, price_set_id: string): Promise<PriceInput[]> {
  const prices = await container
    .resolve(Modules.PRICING)
    .listPrices({ price_set_id: [price_set_id], price_list_id: null } as never, {})
  return prices.map(({ id, currency_code, amount }) => ({
    id,
    currency_code: currency_code ?? "",
    amount: Number(amount),
  }))
}

async function replacePrices(
  container: MedusaContainer,
  price_set_id: string,
  prices: PriceInput[]
): Promise<void> {
  await container.resolve(Modules.PRICING).updatePriceSets(price_set_id, { prices })
}

/** A price that stays in its currency keeps its id. */
function keepIds(prices: readonly PlanAmount[], former: readonly PriceInput[]): PriceInput[] {
  return prices.map((price) => {
    const id = former.find(({ currency_code }) => currency_code === price.currency_code)?.id
    return { ...(id ? { id } : {}), ...toInput(price) }
  })
}

const toInput = ({ currency_code, amount }: PlanAmount) => ({ currency_code, amount })

function sameAmounts(former: readonly PriceInput[], prices: readonly PlanAmount[]): boolean {
  const text = (list: readonly PlanAmount[]) =>
    list
      .map(({ currency_code, amount }) => `${currency_code} ${amount}`)
      .sort()
      .join()
  return text(former) === text(prices)
}
