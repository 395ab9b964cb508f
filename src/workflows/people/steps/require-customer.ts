import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DomainError } from "../../../domain/errors"

interface Input {
  readonly customer_id?: string | null
}

/** A customer that is named exists. @throws DomainError `not_found` */
export const requireCustomerStep = createStep(
  "membership-require-customer",
  async ({ customer_id }: Input, { container }) => {
    if (!customer_id) return new StepResponse(null)
    const [customer] = await container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: customer_id }, { take: 1 })
    if (!customer) {
      const details = { field: "customer_id", customer_id }
      throw new DomainError("not_found", `There is no customer with the id ${customer_id}.`, details)
    }
    return new StepResponse(null)
  }
)
