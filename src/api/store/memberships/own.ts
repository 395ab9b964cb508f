import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { DomainError } from "../../../domain/errors"
import { membershipModule } from "../../http/handler"
import { oneOf } from "../../http/read"
import { inOrder } from "../../admin/memberships/with-status"

export type Role = "mine" | "managed"

interface Seat {
  id: string
  position?: number
  holders?: { held_until: string | null }[]
}

interface OwnMembership extends Record<string, unknown> {
  id: string
  status?: string
  seats?: Seat[]
}

/** What the rules about rows need, whatever fields were asked for. */
export const NEEDED = ["id", "seats.id", "seats.holders.held_until"]

/**
 * Leaves of each membership only the seats that the customer may see, with who sits there now, in order; and the
 * status computed now.
 */
export async function forCustomer(
  req: MedusaRequest,
  customer_id: string,
  rows: readonly Record<string, unknown>[]
): Promise<Record<string, unknown>[]> {
  const memberships = rows as unknown as readonly OwnMembership[]
  const membership_ids = memberships.map(({ id }) => id)
  const module = membershipModule(req)
  const visible = new Set(await module.visibleSeats({ membership_ids, customer_id }))
  const statuses = await module.statusesOf(membership_ids)
  return memberships.map(({ seats, ...row }) => ({
    ...row,
    ...("status" in row ? { status: statuses.get(row.id) } : {}),
    ...(seats ? inOrder({ seats: seats.filter(({ id }) => visible.has(id)).map(withoutPast) }) : {}),
  }))
}

const withoutPast = (seat: Seat): Seat =>
  seat.holders ? { ...seat, holders: seat.holders.filter(({ held_until }) => held_until === null) } : seat

/** @throws DomainError `not_found` for a membership of which the customer sees nothing; with `managed`, manages nothing */
export async function assertOwn(
  req: AuthenticatedMedusaRequest,
  id: string,
  role?: "managed"
): Promise<void> {
  const { actor_id: customer_id } = req.auth_context
  const own = await membershipModule(req).ownMemberships({ customer_id, role })
  if (!own.includes(id))
    throw new DomainError("not_found", `There is no membership with the id ${id}.`, { id })
}

/** One of the customer's memberships. @throws DomainError `not_found` for somebody else's */
export async function ownMembership(
  req: AuthenticatedMedusaRequest,
  id: string
): Promise<Record<string, unknown>> {
  await assertOwn(req, id)
  req.queryConfig.fields = [...new Set([...req.queryConfig.fields, ...NEEDED])]
  const row = await oneOf(req, "membership", id)
  const [membership] = await forCustomer(req, req.auth_context.actor_id, [row])
  return membership!
}
