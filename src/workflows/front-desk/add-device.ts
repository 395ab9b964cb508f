import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { AddFrontDeskDeviceInput } from "../../modules/membership/types"
import { requireLocationsStep } from "../locations/steps/require-locations"

const addDeviceStep = createStep(
  "membership-add-front-desk-device",
  async (input: AddFrontDeskDeviceInput, { container }) => {
    const added = await container.resolve(MEMBERSHIP_MODULE).addFrontDeskDevice(input)
    return new StepResponse(added, added.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).revokeFrontDeskDevice({ id, actor: SYSTEM })
  }
)

/** Adds a device of a location's front desk (ACCESS-7). Answers what its token names. */
export const addDeviceWorkflow = createWorkflow(
  "membership-add-front-desk-device",
  (input: AddFrontDeskDeviceInput) => {
    requireLocationsStep(
      transform({ input }, ({ input: { location_id } }) => ({
        ...{ location_ids: [location_id], field: "location_id", code: "not_found" as const },
      }))
    )
    return new WorkflowResponse(addDeviceStep(input))
  }
)
