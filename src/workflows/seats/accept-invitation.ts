import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

interface AcceptInput {
  readonly token: string
  /** Who is logged in. */
  readonly customer_id: string
}

const acceptInvitationStep = createStep(
  "membership-accept-invitation",
  async ({ token, customer_id }: AcceptInput, { container }) => {
    const found = await container.resolve(Modules.CUSTOMER).retrieveCustomer(customer_id)
    const { first_name, last_name, email, phone } = found
    const actor = { type: "customer", id: customer_id } as const
    const customer = { customer_id, first_name, last_name, email, phone, actor }
    return new StepResponse(await container.resolve(MEMBERSHIP_MODULE).acceptInvitation({ token, customer }))
  }
)

/** The invited person takes the seat, logged in with the address that was invited (SEAT-1, SEAT-2). */
export const acceptInvitationWorkflow = createWorkflow(
  "membership-accept-invitation",
  (input: AcceptInput) => {
    const changed = acceptInvitationStep(input)
    const data = transform({ changed }, ({ changed: { membership_id: id, verb, seat_ids } }) => ({
      ...{ id, verb, seat_ids },
    }))
    emitEventStep({ eventName: "membership.changed", data })
    return new WorkflowResponse(changed)
  }
)
