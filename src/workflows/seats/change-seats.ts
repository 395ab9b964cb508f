import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { Modules } from "@medusajs/framework/utils"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { DomainError } from "../../domain/errors"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChangeSeatsInput } from "../../modules/membership/types"

/** Whom a seat's dues go to has to be somebody. @throws DomainError `not_found` */
const findPayerStep = createStep(
  "membership-find-payer",
  async ({ verb }: ChangeSeatsInput, { container }) => {
    if (verb.verb !== "change_payer") return new StepResponse()
    const { payer_customer_id: id } = verb
    const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id }, { select: ["id"] })
    if (customer) return new StepResponse()
    const details = { field: "payer_customer_id", id }
    throw new DomainError("not_found", `There is no customer with the id ${id}.`, details)
  }
)

/** Nothing follows that could fail but the announcement, so that there is nothing to take back. */
const changeSeatsStep = createStep(
  "membership-change-seats",
  async (input: ChangeSeatsInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).changeSeats(input))
)

/**
 * Every verb on the seats of a sold membership: hold, resume, cancel, take back, reorder, assign, leave empty, change
 * payer, change the term (SEAT-1…7, HOLD, CANCEL, TERM-5). With `preview` it tells the effects and writes nothing;
 * otherwise it announces `membership.changed`.
 */
export const changeSeatsWorkflow = createWorkflow("membership-change-seats", (input: ChangeSeatsInput) => {
  findPayerStep(input)
  const changed = changeSeatsStep(input)
  when({ input }, ({ input: { preview } }) => !preview).then(() => {
    const data = transform({ changed }, ({ changed: { membership_id: id, verb, seat_ids } }) => ({
      ...{ id, verb, seat_ids },
    }))
    emitEventStep({ eventName: "membership.changed", data })
  })
  return new WorkflowResponse(changed)
})
