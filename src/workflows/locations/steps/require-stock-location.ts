import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DomainError } from "../../../domain/errors"

interface Input {
  readonly stock_location_id: string
}

/** A branch is one of the platform's stock locations. @throws DomainError `not_found` */
export const requireStockLocationStep = createStep(
  "membership-require-stock-location",
  async ({ stock_location_id }: Input, { container }) => {
    const locations = container.resolve(Modules.STOCK_LOCATION)
    const [location] = await locations.listStockLocations({ id: stock_location_id }, { take: 1 })
    if (!location) {
      const details = { field: "stock_location_id", stock_location_id }
      throw new DomainError(
        "not_found",
        `There is no stock location with the id ${stock_location_id}.`,
        details
      )
    }
    return new StepResponse(null)
  }
)
