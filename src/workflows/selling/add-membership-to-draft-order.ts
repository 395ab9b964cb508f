import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  addDraftOrderItemsWorkflow,
  addDraftOrderPromotionWorkflow,
  beginDraftOrderEditWorkflow,
  confirmDraftOrderEditWorkflow,
  updateDraftOrderWorkflow,
} from "@medusajs/medusa/core-flows"
import { createDraftStep, prepareSaleStep, type SaleChoices, verifyChargedStep } from "./prepare-sale"

export interface AddMembershipToDraftOrderInput extends SaleChoices {
  readonly order_id: string
}

/**
 * Puts a membership, or further seats of one, into a draft order that may hold other items (SALE-9), priced by the
 * server as in a cart. It is sold when the draft becomes an order.
 */
export const addMembershipToDraftOrderWorkflow = createWorkflow(
  "membership-add-to-draft-order",
  (input: AddMembershipToDraftOrderInput) => {
    const of = transform(input, ({ order_id }) => ({ order_id }))
    const prepared = prepareSaleStep(transform({ input, of }, (data) => ({ ...data.input, of: data.of })))
    createDraftStep(transform(prepared, ({ draft }) => draft))
    const edited_by = transform(input, ({ actor }) => actor.id ?? "")
    when("order-lacks-tax-country", prepared, ({ tax_country }) => tax_country !== null).then(() => {
      updateDraftOrderWorkflow.runAsStep({
        input: transform({ input, prepared, edited_by }, (data) => ({
          id: data.input.order_id,
          user_id: data.edited_by,
          shipping_address: { country_code: data.prepared.tax_country! },
        })),
      })
    })
    beginDraftOrderEditWorkflow.runAsStep({
      input: transform({ input, edited_by }, (data) => ({
        order_id: data.input.order_id,
        created_by: data.edited_by,
      })),
    })
    addDraftOrderItemsWorkflow.runAsStep({
      input: transform({ input, prepared }, (data) => ({
        order_id: data.input.order_id,
        items: data.prepared.items,
      })),
    })
    // Unlike a cart, a draft order has no discount that nobody put into it: automatic promotions are named as well.
    const promo_codes = transform({ input, prepared }, (data) => {
      const applied = data.prepared.quote.lines.flatMap(({ discounts }) => discounts.map(({ code }) => code))
      return [...new Set([...(data.input.promo_codes ?? []), ...applied])]
    })
    when("order-is-discounted", promo_codes, (codes) => codes.length > 0).then(() => {
      addDraftOrderPromotionWorkflow.runAsStep({
        input: transform({ input, promo_codes }, (data) => ({
          order_id: data.input.order_id,
          promo_codes: data.promo_codes,
        })),
      })
    })
    confirmDraftOrderEditWorkflow.runAsStep({
      input: transform({ input, edited_by }, (data) => ({
        order_id: data.input.order_id,
        confirmed_by: data.edited_by,
      })),
    })
    const sale = transform({ input, prepared, of }, (data) => ({
      ...{ of: data.of, draft_id: data.prepared.draft.id, quote: data.prepared.quote },
      quote_id: data.input.quote_id ?? null,
    }))
    verifyChargedStep(sale)
    return new WorkflowResponse(
      transform(prepared, ({ draft, quote, effects }) => ({ draft_id: draft.id, quote, effects }))
    )
  }
)
