import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DomainError } from "../../domain/errors"
import type { SaleDraftsOf } from "../../modules/membership/types"
import type { SaleContext } from "./types"

/** Keys under which a cart line, and later its order line, names its sale. */
export const DRAFT_KEY = "membership_draft_id"
export const LINE_KEY = "membership_line"

export interface CartLine {
  readonly id: string
  readonly variant_id: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly is_custom_price: boolean
  readonly total?: unknown
  readonly metadata: Readonly<Record<string, unknown>> | null
}

/** What selling asks of a cart, or of a draft order that staff make (SALE-9). */
export interface CartFacts {
  /** How its sales name it. */
  readonly of: SaleDraftsOf
  readonly id: string
  readonly currency_code: string
  readonly region_id: string | null
  readonly customer_id: string | null
  readonly sales_channel_id: string | null
  readonly completed_at: string | Date | null
  readonly shipping_address: { readonly country_code: string | null } | null
  readonly promotions: readonly { readonly code: string | null }[]
  readonly items: readonly CartLine[]
}

const FIELDS = [
  "id",
  "currency_code",
  "region_id",
  "customer_id",
  "sales_channel_id",
  "completed_at",
  "shipping_address.country_code",
  "promotions.code",
  "items.id",
  "items.variant_id",
  "items.quantity",
  "items.unit_price",
  "items.is_custom_price",
  "items.metadata",
]

/** @param with_totals adds each line's `total`, which costs the platform a pass over the whole cart */
export async function findCart(
  container: MedusaContainer,
  cart_id: string,
  { with_totals = false } = {}
): Promise<CartFacts | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = with_totals ? [...FIELDS, "total", "items.total"] : FIELDS
  const { data } = await query.graph({ entity: "cart", fields, filters: { id: cart_id } })
  const [cart] = data as unknown as Omit<CartFacts, "of">[]
  return cart ? { ...cart, of: { cart_id } } : null
}

interface StoredDraftOrder extends Omit<CartFacts, "of" | "completed_at" | "items"> {
  readonly is_draft_order: boolean
  readonly created_at: string | Date
  readonly items: readonly (Omit<CartLine, "quantity" | "unit_price"> & {
    readonly quantity: number | string
    readonly unit_price: number | string
  })[]
}

/** An order that is a draft no more counts as completed. */
async function findDraftOrder(container: MedusaContainer, order_id: string): Promise<CartFacts | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  // The platform knows an order's quantities only together with its totals.
  const own = [...FIELDS.filter((field) => field !== "completed_at"), "created_at", "is_draft_order"]
  const fields = [...own, "total", "items.total"]
  const { data } = await query.graph({ entity: "order", fields, filters: { id: order_id } })
  const [order] = data as unknown as StoredDraftOrder[]
  if (!order) return null
  const { is_draft_order, created_at, ...facts } = order
  const items = facts.items.map(({ quantity, unit_price, ...line }) => {
    return { ...line, quantity: Number(quantity), unit_price: Number(unit_price) }
  })
  return { ...facts, items, of: { order_id }, completed_at: is_draft_order ? null : created_at }
}

export const findHolder = (
  container: MedusaContainer,
  of: SaleDraftsOf,
  options?: { with_totals?: boolean }
): Promise<CartFacts | null> =>
  "cart_id" in of ? findCart(container, of.cart_id, options) : findDraftOrder(container, of.order_id)

/** @throws DomainError `not_found` also for a cart or a draft that became an order: nothing can be added to it */
export async function loadOpen(container: MedusaContainer, of: SaleDraftsOf): Promise<CartFacts> {
  const holder = await findHolder(container, of)
  if (holder && !holder.completed_at) return holder
  const [what, id] = "cart_id" in of ? ["cart", of.cart_id] : ["draft order", of.order_id]
  throw new DomainError("not_found", `There is no open ${what} with the id ${id}.`, { id })
}

/** The context in which a sale in this cart is priced; what the cart knows, a client cannot override. */
export const contextOf = (cart: CartFacts): SaleContext => ({
  ...(cart.region_id ? { region_id: cart.region_id } : { currency_code: cart.currency_code }),
  country_code: cart.shipping_address?.country_code ?? null,
  customer_id: cart.customer_id,
  sales_channel_id: cart.sales_channel_id,
  promo_codes: cart.promotions.flatMap(({ code }) => code ?? []),
})
