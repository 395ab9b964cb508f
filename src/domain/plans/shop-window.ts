import type { PlanDefinition, PlanStatus } from "./types"

/** A plan as the shop window sees it. */
export interface WindowPlan extends Pick<PlanDefinition, "name" | "portal" | "locations"> {
  readonly status: PlanStatus
}

/** Whether customers find the plan by itself; a hidden one is sold to those who were given its address. */
export function isListed(plan: WindowPlan, location_id: string | null): boolean {
  const { sold_at } = plan.locations
  const sold_here = location_id === null || sold_at === null || sold_at.includes(location_id)
  return plan.status === "active" && plan.portal.visible && sold_here
}

/** Featured first, then as staff sorted them, then by name. */
export function compareInWindow(a: WindowPlan, b: WindowPlan): number {
  return (
    Number(b.portal.featured) - Number(a.portal.featured) ||
    a.portal.sort_order - b.portal.sort_order ||
    (a.name < b.name ? -1 : Number(a.name > b.name))
  )
}
