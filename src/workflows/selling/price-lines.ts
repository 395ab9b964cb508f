import type { MedusaContainer } from "@medusajs/framework/types"
import { decorateCartTotals, MathBN, Modules } from "@medusajs/framework/utils"
import { fromMinor } from "../../domain/money/amounts"
import type { PricedLine } from "../../domain/selling/lines"
import type { LineTotals } from "../../domain/selling/quote"

export interface PricingContext {
  readonly currency_code: string
  readonly region: { readonly id: string; readonly automatic_taxes: boolean } | null
  /** No country, no tax: as on the platform. */
  readonly country_code: string | null
  readonly customer: {
    readonly id: string
    readonly email: string
    readonly groups: readonly { id: string }[]
  } | null
  readonly sales_channel_id: string | null
  readonly promo_codes: readonly string[]
  readonly is_tax_inclusive: boolean
  readonly product: { readonly id: string; readonly type_id: string | null; readonly discountable: boolean }
  /** Product type of each tax class that a chart row names, by its rate in percent. */
  readonly tax_classes: ReadonlyMap<number, string>
}

interface TaxLine {
  readonly line_item_id?: string
  readonly rate: number
  readonly code: string | null
  readonly name: string
}

interface Adjustment {
  readonly item_id: string
  readonly code: string
  readonly amount: unknown
  readonly is_tax_inclusive?: boolean
}

/** Decimal text of the platform's number. */
const text = (amount: unknown): string => MathBN.convert((amount ?? 0) as number).toFixed()

/**
 * What the platform makes of lines that are not in a cart yet: its promotions, its taxes and its totals, by the
 * very services and function that a cart uses, so that a quote is what the cart will charge (SALE-1).
 * @param discounts_minor what is taken off each line, in place of the promotions that the platform would apply now
 */
export async function priceLines(
  container: MedusaContainer,
  lines: readonly PricedLine[],
  context: PricingContext,
  { discounts_minor }: { readonly discounts_minor?: readonly number[] } = {}
): Promise<LineTotals[]> {
  const items = lines.map((line, index) => toItem(line, index, context))
  const [tax_lines, adjustments] = await Promise.all([
    taxLines(container, items, context),
    discounts_minor
      ? knownAdjustments(items, discounts_minor, context)
      : promotionAdjustments(container, items, context),
  ])
  const priced = items.map((item) => ({
    ...item,
    tax_lines: tax_lines.filter((line) => line.line_item_id === item.id).map((line) => ({ ...line })),
    adjustments: adjustments
      .filter((adjustment) => adjustment.item_id === item.id)
      .map(({ code, amount, is_tax_inclusive }) => ({ code, amount, is_tax_inclusive })),
  }))
  const cart = totalsOf(priced, context)
  return cart.items.map((item, index) => ({
    discount: text(context.is_tax_inclusive ? item.discount_total : item.discount_subtotal),
    tax: text(item.tax_total),
    total: text(item.total),
    discounts: (priced[index]?.adjustments ?? []).map(({ code, amount }) => ({ code, amount: text(amount) })),
    taxes: (priced[index]?.tax_lines ?? []).map(({ code, name, rate }) => ({ code, name, rate })),
  }))
}

const toItem = (line: PricedLine, index: number, context: PricingContext) => ({
  id: `line_${index}`,
  quantity: line.quantity,
  unit_price: fromMinor(line.unit_price_minor, context.currency_code),
  is_tax_inclusive: context.is_tax_inclusive,
  is_discountable: context.product.discountable,
  product_id: context.product.id,
  product_type_id: productTypeOf(line, context),
  product: { id: context.product.id, type_id: context.product.type_id },
  currency_code: context.currency_code,
})

/** A row with its own tax is a line of that tax class's product type; the platform's rates match by it. */
export const productTypeOf = (line: PricedLine, context: PricingContext): string | undefined =>
  (line.tax_rate === null ? context.product.type_id : context.tax_classes.get(line.tax_rate)) ?? undefined

interface ItemTotals {
  discount_total: unknown
  discount_subtotal: unknown
  tax_total: unknown
  total: unknown
}

function totalsOf(items: readonly object[], { region }: PricingContext): { items: (ItemTotals & object)[] } {
  const cart = {
    items: items.map((item) => ({ ...item })),
    region: { automatic_taxes: region?.automatic_taxes },
  }
  return decorateCartTotals(cart as never) as unknown as { items: ItemTotals[] }
}

async function taxLines(
  container: MedusaContainer,
  items: readonly ReturnType<typeof toItem>[],
  { region, country_code, customer }: PricingContext
): Promise<TaxLine[]> {
  if (!region?.automatic_taxes || !country_code) return []
  const lines = await container.resolve(Modules.TAX).getTaxLines(
    items.map(({ id, product_id, product_type_id, quantity, unit_price, currency_code }) => {
      return { id, product_id, product_type_id, quantity, unit_price, currency_code }
    }),
    {
      address: { country_code },
      is_return: false,
      ...(customer
        ? { customer: { ...customer, customer_groups: customer.groups.map((group) => group.id) } }
        : {}),
    }
  )
  return lines
}

/** What is taken off each line, where that is known. */
const knownAdjustments = (
  items: readonly ReturnType<typeof toItem>[],
  discounts_minor: readonly number[],
  { currency_code, is_tax_inclusive }: PricingContext
): Adjustment[] =>
  items.map(({ id: item_id }, index) => ({
    ...{ item_id, code: "", is_tax_inclusive },
    amount: fromMinor(discounts_minor[index] ?? 0, currency_code),
  }))

async function promotionAdjustments(
  container: MedusaContainer,
  items: readonly ReturnType<typeof toItem>[],
  context: PricingContext
): Promise<Adjustment[]> {
  const cart = totalsOf(items, context)
  const actions = await container.resolve(Modules.PROMOTION).computeActions([...context.promo_codes], {
    currency_code: context.currency_code,
    region: context.region ?? undefined,
    customer: context.customer ?? undefined,
    sales_channel_id: context.sales_channel_id ?? undefined,
    items: cart.items,
    shipping_methods: [],
  } as never)
  return actions.flatMap((action) => {
    return action.action === "addItemAdjustment" ? [action] : []
  })
}
