import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { AddDependentInput, DependentFields } from "../../modules/membership/types"

interface Input extends DependentFields {
  readonly customer_id: string
}

const addDependentStep = createStep(
  "membership-add-dependent",
  async ({ customer_id, ...fields }: Input, { container }) => {
    const found = await container.resolve(Modules.CUSTOMER).retrieveCustomer(customer_id)
    const { first_name, last_name, email, phone } = found
    const customer: AddDependentInput["customer"] = { customer_id, first_name, last_name, email, phone }
    const actor = { type: "customer", id: customer_id } as const
    const id = await container.resolve(MEMBERSHIP_MODULE).addDependent({ ...fields, customer, actor })
    return new StepResponse({ id })
  }
)

/** A guardian adds a dependent; on first use their own member and household are made too (PEOPLE-2). */
export const addDependentWorkflow = createWorkflow(
  "membership-add-dependent",
  (input: Input) => new WorkflowResponse(addDependentStep(input))
)
