import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DomainError } from "../../domain/errors"
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

/** What selling asks of a cart. */
export interface CartFacts {
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
  return (data as unknown as CartFacts[])[0] ?? null
}

/** @throws DomainError `not_found` also for a cart that became an order: nothing can be added to it */
export async function loadOpenCart(container: MedusaContainer, cart_id: string): Promise<CartFacts> {
  const cart = await findCart(container, cart_id)
  if (!cart || cart.completed_at) {
    throw new DomainError("not_found", `There is no open cart with the id ${cart_id}.`, { id: cart_id })
  }
  return cart
}

/** The context in which a sale in this cart is priced; what the cart knows, a client cannot override. */
export const contextOf = (cart: CartFacts): SaleContext => ({
  ...(cart.region_id ? { region_id: cart.region_id } : { currency_code: cart.currency_code }),
  country_code: cart.shipping_address?.country_code ?? null,
  customer_id: cart.customer_id,
  sales_channel_id: cart.sales_channel_id,
  promo_codes: cart.promotions.flatMap(({ code }) => code ?? []),
})
