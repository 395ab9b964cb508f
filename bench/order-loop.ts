import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  authorizePaymentSessionStep,
  createCartWorkflow,
  createOrderWorkflow,
  createPaymentCollectionsStep,
  createPaymentSessionsWorkflow,
  createRemoteLinkStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { BANK, type Numbers, type RenewingStudio } from "./renewing-studio"

/** A membership, and the cart that it was sold with. */
export interface CartedMembership {
  readonly membership_id: string
  readonly cart_id: string
  readonly customer_id: string
}

interface Line {
  readonly title: string
  readonly quantity: number
  readonly unit_price: number
}

const markStep = createStep("bench-mark-renewed", async ({ id }: { id: string }, { container }) => {
  const membership = container.resolve("membership")
  const { charged_through_index } = await membership.retrieveMembership(id)
  await membership.updateMemberships({ id, charged_through_index: charged_through_index + 1 } as never)
  return new StepResponse(id)
})

const savedMethodStep = createStep(
  "bench-saved-method",
  async ({ holder_id }: { holder_id: string }, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    const [method] = await payments.listPaymentMethods({
      ...{ provider_id: BANK, context: { account_holder: { data: { id: holder_id } } } },
    })
    return new StepResponse(method)
  }
)

/**
 * A renewal as the platform's recipe for subscriptions makes it, with the platform's own workflows: a payment of the cart
 * that sold it, an order of the cart's lines, and the date of the next one; a workflow each.
 */
const renewByOrderWorkflow = createWorkflow("bench-renew-by-order", (input: CartedMembership) => {
  const { data: carts } = useQueryGraphStep({
    entity: "cart",
    fields: ["*", "total", "items.*", "shipping_address.*", "billing_address.*", "customer.*", "region.*"],
    filters: { id: input.cart_id },
  })
  const cart = transform({ carts }, ({ carts: [found] }) => found)
  const collections = createPaymentCollectionsStep([
    transform({ cart }, (loaded) => ({
      currency_code: loaded.cart.currency_code,
      amount: loaded.cart.total,
    })),
  ])
  const collection = transform({ collections }, ({ collections: [made] }) => made!)
  const method = savedMethodStep({ holder_id: input.customer_id })
  const session = createPaymentSessionsWorkflow.runAsStep({
    input: {
      payment_collection_id: collection.id,
      provider_id: BANK,
      customer_id: input.customer_id,
      data: transform({ method }, (loaded) => ({
        ...{ payment_method: loaded.method.id, off_session: true, confirm: true },
        capture_method: "automatic",
      })),
    },
  })
  authorizePaymentSessionStep({ id: session.id, context: {} })
  const order = createOrderWorkflow.runAsStep({ input: transform({ cart }, orderOf) })
  createRemoteLinkStep(
    transform({ collection, order }, (made) => [
      {
        [Modules.ORDER]: { order_id: made.order.id },
        [Modules.PAYMENT]: { payment_collection_id: made.collection.id },
      },
    ])
  )
  markStep({ id: input.membership_id })
  return new WorkflowResponse(order)
})

interface Cart {
  readonly region_id: string
  readonly customer_id: string
  readonly sales_channel_id: string
  readonly email: string
  readonly currency_code: string
  readonly shipping_address: Record<string, unknown>
  readonly billing_address: Record<string, unknown>
  readonly items: readonly (Line & { readonly requires_shipping: boolean })[]
}

function orderOf({ cart }: { cart: Cart }) {
  const { region_id, customer_id, sales_channel_id, email, currency_code } = cart
  const address = ({ id: _id, customer_id: _customer, ...rest }: Record<string, unknown>) => rest
  return {
    ...{ region_id, customer_id, sales_channel_id, email, currency_code, status: "completed" },
    shipping_address: address(cart.shipping_address),
    billing_address: address(cart.billing_address),
    items: cart.items.map(({ title, quantity, unit_price, requires_shipping }) => ({
      ...{ title, quantity, unit_price, requires_shipping, is_discountable: false },
    })),
  }
}

/** Gives each of them a cart, as its sale would have left it. */
export async function cartEach(
  container: MedusaContainer,
  { region_id, sql }: RenewingStudio,
  { from, to }: Numbers
): Promise<CartedMembership[]> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const carted: CartedMembership[] = []
  for (let n = from; n <= to; n++) {
    const membership_id = `mship_${String(n).padStart(9, "0")}`
    const customer_id = `cus_${n}`
    const seats = await sql<Line>(
      `select label as title, 1 as quantity, amount::float8 as unit_price from membership_seat where membership_id = :membership_id`,
      { membership_id }
    )
    const address = {
      ...{ first_name: "Purchaser", last_name: `Surname${n}`, address_1: `Street ${n}`, city: "Berlin" },
      ...{ country_code: "de", postal_code: "10115" },
    }
    const { result } = await createCartWorkflow(container).run({
      input: {
        ...{ region_id, customer_id, email: `purchaser${n}@example.test`, currency_code: "eur" },
        ...{ shipping_address: address, billing_address: address },
        items: seats.map((seat) => ({ ...seat, requires_shipping: false })),
      },
    })
    await link.create({
      [Modules.CUSTOMER]: { customer_id },
      [Modules.PAYMENT]: { account_holder_id: `acchld_${n}` },
    })
    carted.push({ membership_id, customer_id, cart_id: result.id })
  }
  return carted
}

/** One after the other, as the recipe's job does. */
export async function renewByOrders(
  container: MedusaContainer,
  carted: readonly CartedMembership[]
): Promise<void> {
  for (const input of carted) await renewByOrderWorkflow(container).run({ input })
}
