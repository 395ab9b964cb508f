import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DomainError, type DomainErrorCode } from "../../../domain/errors"

interface Input {
  /** Of the body, for the refusal. */
  readonly field: string
  readonly location_ids: readonly string[] | null | undefined
  readonly code: DomainErrorCode
}

/** The branches that something names are stock locations of the platform. @throws DomainError of the given code */
export const requireLocationsStep = createStep(
  "membership-require-locations",
  async ({ field, location_ids, code }: Input, { container }) => {
    if (!location_ids?.length) return new StepResponse(null)
    const found = await container
      .resolve(Modules.STOCK_LOCATION)
      .listStockLocations({ id: [...location_ids] }, { select: ["id"] })
    const known = new Set(found.map(({ id }) => id))
    const problems = location_ids
      .filter((id) => !known.has(id))
      .map((id) => ({ field, message: `There is no location with the id ${id}.` }))
    const [first] = problems
    if (first) throw new DomainError(code, first.message, { field, problems })
    return new StepResponse(null)
  }
)
