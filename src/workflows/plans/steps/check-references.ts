import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DomainError } from "../../../domain/errors"
import type { PlanProblem } from "../../../domain/plans/types"
import type { PlanFields } from "../../../modules/membership/types"
import { loadStore } from "./store"

/**
 * What a plan names of the platform exists: branches, the customer group, currencies of the store.
 * @throws DomainError `plan_invalid` with a finding for each that does not
 */
export const checkReferencesStep = createStep(
  "membership-check-plan-references",
  async (fields: PlanFields, { container }) => {
    const problems = [
      ...(await locationProblems(container, fields)),
      ...(await groupProblems(container, fields)),
      ...(await currencyProblems(container, fields)),
    ]
    const [first] = problems
    if (first) throw new DomainError("plan_invalid", first.message, { field: first.field, problems })
    return new StepResponse({ checked: true })
  }
)

async function locationProblems(
  container: MedusaContainer,
  { locations }: PlanFields
): Promise<PlanProblem[]> {
  const ids = [...new Set([...(locations?.sold_at ?? []), ...(locations?.valid_at ?? [])])]
  if (!ids.length) return []
  const found = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ id: ids }, { select: ["id"] })
  const known = new Set(found.map(({ id }) => id))
  return (["sold_at", "valid_at"] as const).flatMap((list) =>
    (locations?.[list] ?? [])
      .filter((id) => !known.has(id))
      .map((id) => ({ field: `locations.${list}`, message: `There is no location with the id ${id}.` }))
  )
}

async function groupProblems(container: MedusaContainer, { benefits }: PlanFields): Promise<PlanProblem[]> {
  const id = benefits?.customer_group_id
  if (!id) return []
  const [group] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomerGroups({ id: [id] }, { select: ["id"] })
  if (group) return []
  return [{ field: "benefits.customer_group_id", message: `There is no customer group with the id ${id}.` }]
}

async function currencyProblems(container: MedusaContainer, fields: PlanFields): Promise<PlanProblem[]> {
  if (!fields.currency_codes?.length) return []
  const { currency_codes: supported } = await loadStore(container)
  return fields.currency_codes
    .filter((code) => !supported.includes(code.toLowerCase()))
    .map((code) => ({
      field: "currency_codes",
      message: `The store does not sell in ${code.toUpperCase()}; add it in the store's settings first.`,
    }))
}
