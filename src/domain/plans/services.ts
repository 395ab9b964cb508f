import type { Service } from "../services/types"
import { when } from "./findings"
import type { PlanDefinition, PlanProblem } from "./types"

/** A service that a plan names, and where: `services`, `access.facility_ids`, `credit_exchange.0.to_service_id`. */
export interface NamedService {
  readonly field: string
  readonly id: string
  readonly is_facility: boolean
}

/** What decides whether a plan may name a service. */
export type NameableService = Pick<Service, "id" | "name" | "kind" | "status">

/** Every service that a plan names (PLAN-5, PLAN-11), by the fields of the API. */
export function servicesNamedBy({
  access,
  credit_exchanges,
}: Pick<PlanDefinition, "access" | "credit_exchanges">): NamedService[] {
  return [
    ...(access.service_ids ?? []).map((id) => ({ field: "services", id, is_facility: false })),
    ...(access.facility_ids ?? []).map((id) => ({ field: "access.facility_ids", id, is_facility: true })),
    ...credit_exchanges.flatMap((exchange, index) =>
      (["from_service_id", "to_service_id"] as const).map((end) => ({
        field: `credit_exchange.${index}.${end}`,
        id: exchange[end],
        is_facility: false,
      }))
    ),
  ]
}

/**
 * PLAN-5, PLAN-11: what a plan comes to name is an active service, among its facilities one of that kind. What it
 * named before stays: a service may have been archived since.
 * @param before null for a new plan
 */
export function serviceProblemsOf(
  after: readonly NamedService[],
  before: readonly NamedService[] | null,
  services: ReadonlyMap<string, NameableService>
): PlanProblem[] {
  const known = new Set(before?.map(({ id, is_facility }) => `${is_facility} ${id}`))
  return after
    .filter(({ id, is_facility }) => !known.has(`${is_facility} ${id}`))
    .flatMap(({ field, id, is_facility }) => {
      const service = services.get(id)
      if (!service) return [{ field, message: `There is no service with the id ${id}.` }]
      const { name, kind, status } = service
      return [
        ...when(status === "archived", field, `“${name}” is archived; choose another service.`),
        ...when(is_facility && kind !== "facility", field, `“${name}” is not a facility.`),
      ]
    })
}
