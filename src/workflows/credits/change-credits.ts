import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type {
  AdjustGrantInput,
  CreditsChanged,
  ExchangeCreditsInput,
  GiveCreditsInput,
  TransferCreditsInput,
} from "../../modules/membership/types"

export type ChangeCreditsInput =
  | ({ readonly verb: "adjust_credits" } & AdjustGrantInput)
  | ({ readonly verb: "give_credits" } & GiveCreditsInput)
  | ({ readonly verb: "exchange_credits" } & ExchangeCreditsInput)
  | ({ readonly verb: "transfer_credits" } & TransferCreditsInput)

/** Nothing follows that could fail but the announcement, so that there is nothing to take back. */
const changeCreditsStep = createStep(
  "membership-change-credits",
  async (input: ChangeCreditsInput, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    switch (input.verb) {
      case "adjust_credits":
        return new StepResponse(await membership.adjustCreditGrant(input))
      case "give_credits":
        return new StepResponse(await membership.giveCredits(input))
      case "exchange_credits":
        return new StepResponse(await membership.exchangeCredits(input))
      case "transfer_credits":
        return new StepResponse(await membership.transferCredits(input))
    }
  }
)

/** Each membership of which it changed credits, and the seats of them. */
const announcements = ({
  input: { verb },
  changed,
}: {
  input: ChangeCreditsInput
  changed: CreditsChanged
}) =>
  [...new Set(changed.effects.map(({ membership_id }) => membership_id))].map((id) => {
    const own = changed.effects.filter(({ membership_id }) => membership_id === id)
    return { id, verb, seat_ids: [...new Set(own.flatMap(({ seat_id }) => seat_id ?? []))] }
  })

/**
 * What staff, and customers where the plan lets them, do to credits: adjust, give, exchange, transfer (CREDIT-8,
 * CREDIT-9). With `preview` it tells the effects and writes nothing; otherwise it announces `membership.changed`.
 */
export const changeCreditsWorkflow = createWorkflow(
  "membership-change-credits",
  (input: ChangeCreditsInput) => {
    const changed = changeCreditsStep(input)
    when({ input }, ({ input: { preview } }) => !preview).then(() => {
      emitEventStep({ eventName: "membership.changed", data: transform({ input, changed }, announcements) })
    })
    return new WorkflowResponse(changed)
  }
)
