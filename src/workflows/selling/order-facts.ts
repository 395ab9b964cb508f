import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { roundToMinor } from "../../domain/money/rounding"
import type { OrderLine } from "../../domain/selling/activation-types"
import type { RefundedOrder } from "../../domain/selling/issue-resolutions"
import type { PaymentState } from "../../domain/selling/membership-of-sale"
import type { Purchaser } from "../../modules/membership/types"

type Amount = number | string | null | undefined

interface Person {
  first_name: string | null
  last_name: string | null
  phone: string | null
}

interface StoredOrder {
  id: string
  status: string
  created_at: Date | string
  canceled_at: Date | string | null
  currency_code: string
  region_id: string | null
  customer_id: string | null
  email: string | null
  is_draft_order: boolean
  total: Amount
  customer: Person | null
  billing_address: Person | null
  items: (Omit<OrderLine, "quantity" | "unit_price" | "compare_at_unit_price" | "net_total" | "lowered"> & {
    quantity: Amount
    total: Amount
    tax_total: Amount
    unit_price: Amount
    compare_at_unit_price: Amount
    is_tax_inclusive: boolean
    discount_total: Amount
    discount_subtotal: Amount
    adjustments: readonly { readonly code: string | null; readonly amount: Amount }[] | null
  })[]
  payment_collections: OrderPayments["payment_collections"]
}

interface OrderPayments {
  status: string
  canceled_at: Date | string | null
  currency_code: string
  total: Amount
  payment_collections: ({ captured_amount: Amount; refunded_amount: Amount } | null)[] | null
}

/** An order as far as its memberships go, as plain data. */
export interface OrderFacts {
  readonly id: string
  readonly cart_id: string | null
  readonly created_at: string
  readonly currency_code: string
  readonly region_id: string | null
  readonly customer_id: string | null
  readonly purchaser: Purchaser
  readonly lines: readonly OrderLine[]
  readonly payment: PaymentState
}

const PAYMENT = [
  "id",
  "status",
  "canceled_at",
  "currency_code",
  "total",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
]

const PERSON = ["first_name", "last_name", "phone"]

const FIELDS = [
  ...PAYMENT,
  ...["created_at", "region_id", "customer_id", "email", "is_draft_order"],
  ...["variant_id", "quantity", "unit_price", "compare_at_unit_price", "metadata", "total", "tax_total"].map(
    (field) => `items.${field}`
  ),
  ...[
    "is_tax_inclusive",
    "discount_total",
    "discount_subtotal",
    "adjustments.code",
    "adjustments.amount",
  ].map((field) => `items.${field}`),
  "items.id",
  ...PERSON.map((field) => `customer.${field}`),
  ...PERSON.map((field) => `billing_address.${field}`),
]

/** @returns null for a draft, which sells nothing yet, and when there is none: a completion that failed takes its order back */
export async function loadOrder(container: MedusaContainer, id: string): Promise<OrderFacts | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [orders, carts] = await Promise.all([
    query.graph({ entity: "order", fields: FIELDS, filters: { id } }),
    query.graph({ entity: "order_cart", fields: ["cart_id"], filters: { order_id: id } }),
  ])
  const [order] = orders.data as StoredOrder[]
  if (!order || order.is_draft_order) return null
  const [link] = carts.data as { cart_id: string }[]
  const person =
    order.customer?.first_name || order.customer?.last_name ? order.customer : order.billing_address
  const { customer_id, email } = order
  return {
    id,
    cart_id: link?.cart_id ?? null,
    created_at: new Date(order.created_at).toISOString(),
    currency_code: order.currency_code,
    region_id: order.region_id,
    customer_id,
    purchaser: {
      customer_id,
      email,
      first_name: person?.first_name ?? null,
      last_name: person?.last_name ?? null,
      phone: order.customer?.phone ?? person?.phone ?? null,
    },
    lines: order.items.map((item) => ({
      id: item.id,
      variant_id: item.variant_id,
      quantity: Number(item.quantity),
      unit_price: Number(item.unit_price),
      compare_at_unit_price: amountOrNull(item.compare_at_unit_price),
      net_total: MathBN.sub(item.total ?? 0, item.tax_total ?? 0).toFixed(),
      lowered: {
        discount: text(item.is_tax_inclusive ? item.discount_total : item.discount_subtotal),
        discounts: (item.adjustments ?? []).flatMap(({ code, amount }) =>
          code === null ? [] : [{ code, amount: text(amount) }]
        ),
      },
      metadata: item.metadata,
    })),
    payment: paymentOf(order),
  }
}

const text = (amount: Amount): string => MathBN.convert(amount ?? 0).toFixed()

const amountOrNull = (amount: Amount): number | null =>
  amount === null || amount === undefined ? null : Number(amount)

/** The payment states of several orders, by id; one that is gone is left out. */
export async function loadPayments(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<Map<string, PaymentState>> {
  if (ids.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    // The platform computes totals only with the items at hand.
    fields: [...PAYMENT, "items.id"],
    filters: { id: [...ids] },
  })
  return new Map((data as (OrderPayments & { id: string })[]).map((order) => [order.id, paymentOf(order)]))
}

/** What was given back of several orders, in all; those that kept all are left out (SALE-8). */
export async function loadRefunds(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<RefundedOrder[]> {
  if (ids.length === 0) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["id", "status", "canceled_at", "currency_code", "payment_collections.refunded_amount"]
  const { data } = await query.graph({ entity: "order", fields, filters: { id: [...ids] } })
  return (data as (OrderPayments & { id: string })[])
    .map((order) => {
      const { id: order_id, currency_code, payment_collections } = order
      const refunded = MathBN.sum(0, ...(payment_collections ?? []).map((each) => each?.refunded_amount ?? 0))
      const refunded_minor = roundToMinor(refunded.toFixed(), currency_code)
      return { order_id, currency_code, refunded_minor, is_canceled: isCanceled(order) }
    })
    .filter(({ refunded_minor }) => refunded_minor > 0)
}

const isCanceled = ({ canceled_at, status }: Pick<OrderPayments, "canceled_at" | "status">): boolean =>
  canceled_at !== null || status === "canceled"

/**
 * SALE-7: paid when what was captured, less what was given back, covers the total; nothing to pay is paid. Compared in
 * the smallest unit: with tax-inclusive prices the platform's total has digits far behind it that nobody can pay.
 */
function paymentOf({ total, currency_code, payment_collections, ...order }: OrderPayments): PaymentState {
  const captured = (payment_collections ?? []).map((collection) =>
    MathBN.sub(collection?.captured_amount ?? 0, collection?.refunded_amount ?? 0)
  )
  const minor = (amount: Parameters<typeof MathBN.convert>[0]) =>
    roundToMinor(MathBN.convert(amount).toFixed(), currency_code)
  const due_minor = minor(total ?? 0)
  const paid = due_minor <= 0 || minor(MathBN.sum(0, ...captured)) >= due_minor
  return { paid, canceled: isCanceled(order) }
}
