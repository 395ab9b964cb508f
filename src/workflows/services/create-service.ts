import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreateServiceInput } from "../../modules/membership/types"
import { requireLocationsStep } from "../locations/steps/require-locations"

const createServiceStep = createStep(
  "membership-create-service",
  async (input: CreateServiceInput, { container }) => {
    const id = await container.resolve(MEMBERSHIP_MODULE).createService(input)
    return new StepResponse({ id }, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).deleteService({ id, actor: SYSTEM })
  }
)

/** Adds what visits can be for (PLAN-11). Answers its id. */
export const createServiceWorkflow = createWorkflow(
  "membership-create-service",
  (input: CreateServiceInput) => {
    requireLocationsStep(
      transform({ input }, ({ input: { location_ids } }) => ({
        ...{ location_ids, field: "location_ids", code: "service_invalid" as const },
      }))
    )
    return new WorkflowResponse(createServiceStep(input))
  }
)
