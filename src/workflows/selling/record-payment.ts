import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  capturePaymentWorkflow,
  createOrderPaymentCollectionWorkflow,
  markPaymentCollectionAsPaid,
} from "@medusajs/medusa/core-flows"
import type { Actor } from "../../domain/actor"
import { DomainError } from "../../domain/errors"
import { fromMinor } from "../../domain/money/amounts"
import { roundToMinor } from "../../domain/money/rounding"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { loadPayments } from "./order-facts"
import { settleOrderWorkflow } from "./settle-order"

export interface RecordPaymentInput {
  readonly membership_id: string
  /** An order that added seats to it (SEAT-8); absent: the one that sold it. */
  readonly order_id?: string | undefined
  readonly note?: string | null
  readonly actor: Actor
}

type Amount = number | string | null

interface PayableOrder {
  id: string
  total: Amount
  currency_code: string
  payment_collections:
    | {
        id: string
        status: string
        captured_amount: Amount
        refunded_amount: Amount
        payments: { id: string; canceled_at: unknown; captures: unknown[] }[] | null
      }[]
    | null
}

/** @throws DomainError `not_found`, `membership_not_pending`, `payment_not_recordable` */
const findPayableOrderStep = createStep(
  "membership-find-payable-order",
  async ({ membership_id, order_id: added_by }: RecordPaymentInput, { container }) => {
    const module = container.resolve(MEMBERSHIP_MODULE)
    const [sold] = await module.listMemberships({ id: membership_id })
    if (!sold) {
      throw new DomainError("not_found", `There is no membership with the id ${membership_id}.`, {
        id: membership_id,
      })
    }
    if (sold.voided_at !== null)
      throw notRecordable("Its order was canceled, or staff dismissed the sale.", sold.id)
    if (added_by !== undefined) {
      const [seat] = await module.listMembershipSeats({ membership_id, order_id: added_by }, { take: 1 })
      if (!seat) throw notRecordable("This order added no seat to it.", sold.id)
    } else if (sold.activated_at !== null) {
      throw new DomainError("membership_not_pending", "This membership does not wait for a payment.", {
        id: sold.id,
      })
    }
    const order_id = added_by ?? sold.order_id
    const payment = order_id ? (await loadPayments(container, [order_id])).get(order_id) : undefined
    if (!order_id || !payment) throw notRecordable("It has no order.", sold.id)
    if (payment.canceled) throw notRecordable("Its order was canceled.", sold.id)
    return new StepResponse({ order_id, paid: payment.paid })
  }
)

const notRecordable = (why: string, id: string) =>
  new DomainError("payment_not_recordable", `No payment can be recorded for this membership. ${why}`, { id })

interface TakePaymentInput {
  readonly order: { readonly order_id: string; readonly paid: boolean }
  readonly input: RecordPaymentInput
}

/** Money that was taken is not given back when a later step fails: the sweep brings the membership in step. */
const takePaymentStep = createStep(
  "membership-take-payment",
  async ({ order: { order_id, paid }, input }: TakePaymentInput, { container }) => {
    const { membership_id, actor, note = null } = input
    if (!paid) await takePaymentOnce(container, order_id, actor.id ?? undefined)
    await container.resolve(MEMBERSHIP_MODULE).recordPayment({ membership_id, order_id, note, actor })
    return new StepResponse()
  }
)

/** Of two clicks at once the second finds the order paid. */
async function takePaymentOnce(
  container: MedusaContainer,
  order_id: string,
  captured_by?: string
): Promise<void> {
  const locking = container.resolve(Modules.LOCKING)
  await locking.execute(
    `membership-payment:${order_id}`,
    async () => {
      const payment = (await loadPayments(container, [order_id])).get(order_id)
      if (!payment?.paid) await takePayment(container, order_id, captured_by)
    },
    { timeout: 20 }
  )
}

/** Captures what was authorized; where nothing was, what is still owed is marked as paid by hand. */
async function takePayment(
  container: MedusaContainer,
  order_id: string,
  captured_by?: string
): Promise<void> {
  const order = await payableOrder(container, order_id)
  const { payment_collections } = order
  const collections = payment_collections ?? []
  const authorized = collections
    .flatMap((collection) => collection.payments ?? [])
    .filter((payment) => !payment.canceled_at && payment.captures.length === 0)
  if (authorized.length > 0) {
    for (const { id: payment_id } of authorized) {
      await capturePaymentWorkflow(container).run({ input: { payment_id, captured_by } })
    }
    return
  }
  const unpaid = collections.find((collection) => collection.status === "not_paid")
  const payment_collection_id = unpaid?.id ?? (await createCollection(container, order))
  await markPaymentCollectionAsPaid(container).run({
    input: { order_id, payment_collection_id, captured_by },
  })
}

/** For what no collection has taken yet: part of an order may have been paid before. */
async function createCollection(container: MedusaContainer, order: PayableOrder): Promise<string> {
  const { id: order_id, total, currency_code, payment_collections } = order
  const taken = (payment_collections ?? []).map(({ captured_amount, refunded_amount }) =>
    MathBN.sub(captured_amount ?? 0, refunded_amount ?? 0)
  )
  const owed = MathBN.sub(total ?? 0, MathBN.sum(0, ...taken))
  const input = { order_id, amount: fromMinor(roundToMinor(owed.toFixed(), currency_code), currency_code) }
  const { result } = await createOrderPaymentCollectionWorkflow(container).run({ input })
  return result[0]!.id
}

async function payableOrder(container: MedusaContainer, id: string): Promise<PayableOrder> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      ...["id", "total", "currency_code", "items.id"],
      ...["id", "status", "captured_amount", "refunded_amount"].map(
        (field) => `payment_collections.${field}`
      ),
      ...["id", "canceled_at", "captures.id"].map((field) => `payment_collections.payments.${field}`),
    ],
    filters: { id },
  })
  return (data as PayableOrder[])[0]!
}

/**
 * Staff received the money of an order that was to be paid offline (SALE-7, BILL-6): the order is paid, and all
 * memberships of it that wait for nothing else become active.
 */
export const recordPaymentWorkflow = createWorkflow(
  "membership-record-payment",
  (input: RecordPaymentInput) => {
    const order = findPayableOrderStep(input)
    takePaymentStep({ order, input })
    const settle = transform({ order, input }, ({ order: { order_id }, input: { actor } }) => ({
      order_id,
      actor,
    }))
    return new WorkflowResponse(settleOrderWorkflow.runAsStep({ input: settle }))
  }
)
