import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deleteLineItemsWorkflow } from "@medusajs/medusa/core-flows"
import type { Actor } from "../../domain/actor"
import { DomainError } from "../../domain/errors"
import { draftIdOf } from "../../domain/selling/plain-sales"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { loadOpen } from "./cart-facts"

export interface RemoveMembershipFromCartInput {
  readonly cart_id: string
  readonly draft_id: string
  readonly actor: Actor
}

const findLinesStep = createStep(
  "membership-find-draft-lines",
  async ({ cart_id, draft_id }: RemoveMembershipFromCartInput, { container }) => {
    const cart = await loadOpen(container, { cart_id })
    const drafts = await container.resolve(MEMBERSHIP_MODULE).listSaleDraftsOf({ cart_id })
    if (!drafts.some((draft) => draft.id === draft_id)) {
      throw new DomainError("not_found", `This cart holds no membership with the draft id ${draft_id}.`, {
        draft_id,
      })
    }
    return new StepResponse(cart.items.filter((line) => draftIdOf(line) === draft_id).map((line) => line.id))
  }
)

const removeDraftStep = createStep(
  "membership-remove-sale-draft",
  async ({ draft_id, actor }: RemoveMembershipFromCartInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).removeSaleDraft({ id: draft_id, actor })
    return new StepResponse({ id: draft_id })
  }
)

/** Takes a membership out of a cart: all its lines together, and its claims (SALE-2). */
export const removeMembershipFromCartWorkflow = createWorkflow(
  "membership-remove-from-cart",
  (input: RemoveMembershipFromCartInput) => {
    const line_ids = findLinesStep(input)
    when("draft-has-lines", line_ids, (ids) => ids.length > 0).then(() => {
      deleteLineItemsWorkflow.runAsStep({
        input: transform({ input, line_ids }, (data) => ({
          cart_id: data.input.cart_id,
          ids: data.line_ids,
        })),
      })
    })
    return new WorkflowResponse(removeDraftStep(input))
  }
)
