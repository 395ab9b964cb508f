import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { KeepMethodInput, MethodSeeker, MethodSeekersFilter } from "../../modules/membership/types"
import { accountHoldersOf, methodsOfHolder } from "./saved-methods"

/** The memberships that were just activated; or by the sweep, those of which it is not known yet. */
export type KeepPaymentMethodsInput = MethodSeekersFilter

/** Each sale by itself: where a provider does not answer, the sweep asks again. */
const keepPaymentMethodsStep = createStep(
  "membership-keep-payment-methods",
  async (filter: KeepPaymentMethodsInput, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const retried: string[] = []
    for (const { customer_id, order_id, membership_ids } of byOrder(
      await membership.paymentMethodSeekers(filter)
    )) {
      try {
        const paid_with = await paidWith(container, order_id, customer_id)
        const chosen = await membership.keepPaymentMethod({ customer_id, membership_ids, paid_with })
        retried.push(...chosen.retried)
      } catch (error) {
        const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
        const why = (error as Error).message
        logger.warn(`What paid order ${order_id} is not kept for renewals yet, and tried again: ${why}`)
      }
    }
    return new StepResponse({ retried })
  }
)

/**
 * What paid a membership pays its renewals (SALE-12), where its provider has saved it for the customer. Safe to run at
 * any time and as often as it comes.
 */
export const keepPaymentMethodsWorkflow = createWorkflow(
  "membership-keep-payment-methods",
  (input: KeepPaymentMethodsInput) => {
    const kept = keepPaymentMethodsStep(input)
    const due = transform({ kept }, ({ kept: { retried } }) =>
      retried.length > 0 ? [{ charge_ids: retried }] : []
    )
    emitEventStep({ eventName: "membership.charges_retried", data: due })
    return new WorkflowResponse(kept)
  }
)

interface SeekingOrder extends Pick<MethodSeeker, "order_id" | "customer_id"> {
  readonly membership_ids: readonly string[]
}

function byOrder(seekers: readonly MethodSeeker[]): SeekingOrder[] {
  const order_ids = [...new Set(seekers.map(({ order_id }) => order_id))]
  return order_ids.map((order_id) => {
    const own = seekers.filter((seeker) => seeker.order_id === order_id)
    const { customer_id } = own[0]!
    return { order_id, customer_id, membership_ids: own.map(({ membership_id }) => membership_id) }
  })
}

interface PaidOrder {
  readonly payment_collections?: ({ readonly payments?: (OrderPayment | null)[] | null } | null)[] | null
}

interface OrderPayment {
  readonly provider_id: string
  readonly data: Readonly<Record<string, unknown>> | null
  readonly canceled_at: unknown
}

/** null where the payment's method was not saved: then it cannot be charged again. */
async function paidWith(
  container: MedusaContainer,
  order_id: string,
  customer_id: string
): Promise<KeepMethodInput["paid_with"]> {
  const fields = ["provider_id", "data", "canceled_at"].map((name) => `payment_collections.payments.${name}`)
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id", ...fields], filters: { id: order_id } })
  const [order] = data as unknown as PaidOrder[]
  const payments = (order?.payment_collections ?? [])
    .flatMap((collection) => collection?.payments ?? [])
    .filter((payment) => payment !== null && !payment.canceled_at) as OrderPayment[]
  if (payments.length === 0) return null
  for (const holder of await accountHoldersOf(container, customer_id)) {
    const payment = payments.find(({ provider_id }) => provider_id === holder.provider_id)
    const id = payment && methodIdIn(payment.data)
    if (!id) continue
    const saved = await methodsOfHolder(container, holder)
    const method = saved.find(({ payment_method_id }) => payment_method_id === id)
    if (method) return { ...method, is_chosen: isChosenIn(payment.data) }
  }
  return null
}

/** By its id, or spelled out, as Stripe answers after a confirmation. */
function methodIdIn(data: OrderPayment["data"]): string | null {
  const method = data?.payment_method
  const id = typeof method === "object" && method !== null ? (method as { id?: unknown }).id : method
  return typeof id === "string" && id !== "" ? id : null
}

/** What the storefront said with the payment session; providers keep it as text. */
function isChosenIn(data: OrderPayment["data"]): boolean {
  const { pays_renewals } = (data?.metadata ?? {}) as { pays_renewals?: unknown }
  return pays_renewals === true || pays_renewals === "true"
}
