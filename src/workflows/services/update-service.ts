import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UpdateServiceInput } from "../../modules/membership/types"
import { requireLocationsStep } from "../locations/steps/require-locations"

const updateServiceStep = createStep(
  "membership-update-service",
  async (input: UpdateServiceInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).updateService(input)
    return new StepResponse({ id: input.id })
  }
)

/** Changes a service, archives it or brings it back, by its status. */
export const updateServiceWorkflow = createWorkflow(
  "membership-update-service",
  (input: UpdateServiceInput) => {
    requireLocationsStep(
      transform({ input }, ({ input: { location_ids } }) => ({
        ...{ location_ids, field: "location_ids", code: "service_invalid" as const },
      }))
    )
    return new WorkflowResponse(updateServiceStep(input))
  }
)
