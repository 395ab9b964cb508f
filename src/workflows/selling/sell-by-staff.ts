import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { convertDraftOrderWorkflow, createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { DomainError } from "../../domain/errors"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { activateOrderWorkflow } from "./activate-order"
import { addMembershipToDraftOrderWorkflow } from "./add-membership-to-draft-order"
import { loadOpen } from "./cart-facts"
import { checkSalesWorkflow } from "./check-sales"
import type { SaleChoices } from "./prepare-sale"

export interface SellByStaffInput extends SaleChoices {
  readonly customer_id: string
  /** Not needed with `draft_order_id`: the order has its own. */
  readonly region_id?: string | undefined
  /** A draft order of the same customer that has other items. */
  readonly draft_order_id?: string | undefined
  /** `draft`: it stays a draft order, which sells it once it becomes an order; `order`: it is one at once. */
  readonly ends_as: "draft" | "order"
}

/** @throws DomainError `not_found` where the customer, or the draft order, is not there or is somebody else's */
const findBuyerStep = createStep(
  "membership-find-buyer",
  async ({ customer_id: id, draft_order_id }: SellByStaffInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity: "customer", fields: ["id", "email"], filters: { id } })
    const [customer] = data as { id: string; email: string | null }[]
    if (!customer) {
      const details = { field: "customer_id", id }
      throw new DomainError("not_found", `There is no customer with the id ${id}.`, details)
    }
    if (draft_order_id !== undefined) {
      const order = await loadOpen(container, { order_id: draft_order_id })
      if (order.customer_id !== id)
        throw new DomainError("conflict", "This draft order is for another customer.", {
          field: "draft_order_id",
          customer_id: order.customer_id,
        })
    }
    return new StepResponse(customer)
  }
)

/** What was sold, once it is an order: a new membership, or the one that grew; null while it is a draft. */
const findSoldStep = createStep(
  "membership-find-sold",
  async ({ draft_id }: { draft_id: string }, { container }) => {
    const module = container.resolve(MEMBERSHIP_MODULE)
    const [sold] = await module.listMemberships({ sale_draft_id: draft_id }, { select: ["id"] })
    if (sold) return new StepResponse<string | null>(sold.id)
    const [seat] = await module.listMembershipSeats({ sale_draft_id: draft_id }, { take: 1 })
    return new StepResponse<string | null>(seat?.membership_id ?? null)
  }
)

/**
 * Staff sell a membership, or further seats of one, to a customer (SALE-9, SEAT-8): into a draft order of its own or one
 * with other items; as an order it is checked as any sale and exists at once, pending until its payment is recorded
 * (SALE-5, SALE-7).
 */
export const sellByStaffWorkflow = createWorkflow("membership-sell-by-staff", (input: SellByStaffInput) => {
  const buyer = findBuyerStep(input)
  const made = when("order-is-new", input, ({ draft_order_id }) => draft_order_id === undefined).then(() =>
    createOrderWorkflow.runAsStep({
      input: transform({ input, buyer }, (data) => ({
        ...{ customer_id: data.buyer.id, email: data.buyer.email ?? undefined, items: [] },
        ...{ region_id: data.input.region_id, status: "draft", is_draft_order: true },
      })),
    })
  )
  const order_id = transform({ input, made }, (data) => data.input.draft_order_id ?? data.made!.id)
  const added = addMembershipToDraftOrderWorkflow.runAsStep({
    input: transform({ input, order_id }, (data) => ({ ...data.input, order_id: data.order_id })),
  })
  when("sold-at-once", input, ({ ends_as }) => ends_as === "order").then(() => {
    checkSalesWorkflow.runAsStep({ input: transform({ order_id }, (of) => of) })
    convertDraftOrderWorkflow.runAsStep({ input: transform({ order_id }, (of) => ({ id: of.order_id })) })
    activateOrderWorkflow.runAsStep({ input: transform({ order_id }, (of) => of) })
  })
  const membership_id = findSoldStep(transform(added, ({ draft_id }) => ({ draft_id })))
  return new WorkflowResponse(
    transform({ added, order_id, membership_id }, (data) => ({
      ...data.added,
      order_id: data.order_id,
      membership_id: data.membership_id,
    }))
  )
})
