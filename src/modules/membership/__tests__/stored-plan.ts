import { type NewPlan, planWithDefaults } from "../../../domain/plans/defaults"
import type { Actor } from "../../../domain/actor"
import { fromDefinition } from "../mapping/plans"
import type { ModuleUnderTest } from "./module-tests"

/** A plan with the id `p`, for memberships that are written without the sale and the chart that they name. */
export async function storePlan(
  { service, sql }: Pick<ModuleUnderTest, "service" | "sql">,
  plan: Pick<NewPlan, "name" | "handle" | "audience">,
  actor: Actor
): Promise<void> {
  for (const foreign of ["price_chart_id", "sale_draft_id"])
    await sql(`alter table membership drop constraint membership_${foreign}_foreign`)
  const definition = planWithDefaults({
    ...{ ...plan, kind: "membership", billing: { type: "one_time" } },
    ...{ entitlement: { type: "unlimited" }, validity: null },
  })
  await service.createMembershipPlans({
    ...fromDefinition(definition),
    ...{ id: "p", product_id: "prod", variant_id: "variant" },
  } as never)
  await service.adjustStudioClock({ now: "2027-02-10T12:00:00Z", actor })
}
