import type { MedusaRequest } from "@medusajs/framework/http"
import { membershipModule } from "../../http/handler"
import { oneOf } from "../../http/read"
import { plannedChange } from "../../http/plan-change"
import { withDiscounts } from "./with-discounts"
import { withInvitations } from "./with-invitations"
import { type NamableMembership, withNames } from "./with-names"

interface MembershipAnswer extends NamableMembership {
  id?: string
  status?: string
}

interface WithSeats {
  seats?: { position?: number }[]
}

/** One membership for staff: its status computed now, its seats in order, with names. @throws DomainError `not_found` */
export async function membershipOf(req: MedusaRequest, id: string): Promise<MembershipAnswer> {
  const named: MembershipAnswer = withDiscounts(await withNames(req, await oneOf(req, "membership", id)))
  const row = await withInvitations(req, named, id)
  // Who asks for single fields gets those.
  if (!("status" in row)) return inOrder(row)
  const statuses = await membershipModule(req).statusesOf([id])
  const planned_plan_change = await plannedChange(req, id)
  return inOrder({ ...row, planned_plan_change, status: statuses.get(id) ?? row.status })
}

export function inOrder<Row extends WithSeats>(row: Row): Row {
  if (!row.seats) return row
  return { ...row, seats: [...row.seats].sort((a, b) => (a.position ?? 0) - (b.position ?? 0)) }
}
