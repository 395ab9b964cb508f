import type { MedusaRequest } from "@medusajs/framework/http"
import { membershipModule } from "../../http/handler"
import { inOrder } from "../../admin/memberships/with-status"

export type Role = "mine" | "managed"

type Filter = Record<string, unknown>

/** Ownership as a predicate of the query: what is somebody else's is not found (PEOPLE-6, SEAT-9). */
export function owned(customer_id: string, role?: Role): Filter {
  const mine = { seats: { holders: { held_until: null, member: { customer_id } } } }
  if (role === "mine") return mine
  if (role === "managed") return { customer_id }
  return { $or: [{ customer_id }, { seats: { payer_customer_id: customer_id } }, mine] }
}

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
