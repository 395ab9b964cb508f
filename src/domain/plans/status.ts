import { DomainError } from "../errors"
import type { PlanStatus } from "./types"

const NEXT: Record<PlanStatus, readonly PlanStatus[]> = {
  // Being prepared; nobody can buy it. An idea that came to nothing is archived or deleted.
  draft: ["active", "archived"],
  // On sale as soon as a price chart is published.
  active: ["archived"],
  // No longer sold; memberships already sold go on (PLAN-14). It can come back.
  archived: ["active"],
}

/**
 * What stays as it is passes.
 * @throws DomainError `plan_invalid` for a way that does not exist, such as back to a draft
 */
export function assertStatusChange(from: PlanStatus, to: PlanStatus): void {
  if (from === to || NEXT[from].includes(to)) return
  const message = `A plan goes from ${from} to ${NEXT[from].join(" or ")}, not to ${to}.`
  const problems = [{ field: "status", message }]
  throw new DomainError("plan_invalid", message, { field: "status", from, to, problems })
}
