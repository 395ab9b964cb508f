import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { PromotionActions } from "@medusajs/framework/utils"
import {
  addToCartWorkflow,
  updateCartPromotionsWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { createDraftStep, prepareSaleStep, type SaleChoices, verifyChargedStep } from "./prepare-sale"

export interface AddMembershipToCartInput extends SaleChoices {
  readonly cart_id: string
}

/**
 * Puts a membership, or further seats of one, into a cart, priced by the server: one line per chart row taken plus one
 * for the signup fee, under one draft (SALE-1, SALE-2, SALE-4, SEAT-8). Load → decide → apply; nothing is left behind
 * when a step fails.
 */
export const addMembershipToCartWorkflow = createWorkflow(
  "membership-add-to-cart",
  (input: AddMembershipToCartInput) => {
    const of = transform(input, ({ cart_id }) => ({ cart_id }))
    const prepared = prepareSaleStep(transform({ input, of }, (data) => ({ ...data.input, of: data.of })))
    createDraftStep(transform(prepared, ({ draft }) => draft))
    when("cart-lacks-tax-country", prepared, ({ tax_country }) => tax_country !== null).then(() => {
      updateCartWorkflow.runAsStep({
        input: transform({ input, prepared }, (data) => ({
          id: data.input.cart_id,
          shipping_address: { country_code: data.prepared.tax_country! },
        })),
      })
    })
    addToCartWorkflow.runAsStep({
      input: transform({ input, prepared }, (data) => ({
        cart_id: data.input.cart_id,
        items: data.prepared.items,
      })),
    })
    when("promo-codes-given", input, ({ promo_codes }) => !!promo_codes?.length).then(() => {
      updateCartPromotionsWorkflow.runAsStep({
        input: transform(input, ({ cart_id, promo_codes }) => ({
          cart_id,
          promo_codes: [...(promo_codes ?? [])],
          action: PromotionActions.ADD,
          force_refresh_payment_collection: true,
        })),
      })
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
