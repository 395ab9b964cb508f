import { DomainError } from "../../../domain/errors"
import { type NameableService, serviceProblemsOf, servicesNamedBy } from "../../../domain/plans/services"
import type { PlanDefinition } from "../../../domain/plans/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

/**
 * The services that a plan comes to name are there, and stay until it is written: they are locked against deletion.
 * @param before null for a new plan
 * @throws DomainError `plan_invalid` with a finding for each that is not (PLAN-5, PLAN-11)
 */
export async function assertServicesKnown(
  after: PlanDefinition,
  before: PlanDefinition | null,
  tx: Tx
): Promise<void> {
  const named = servicesNamedBy(after)
  if (named.length === 0) return
  const services = await execute<NameableService>(
    tx,
    `select id, name, kind, status from membership_service
     where id = any(?) and deleted_at is null order by id for share`,
    [textArray([...new Set(named.map(({ id }) => id))])]
  )
  const byId = new Map(services.map((service) => [service.id, service]))
  const problems = serviceProblemsOf(named, before && servicesNamedBy(before), byId)
  const [first] = problems
  if (first) throw new DomainError("plan_invalid", first.message, { field: first.field, problems })
}
