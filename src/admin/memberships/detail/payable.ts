import type { Membership } from "../types"

/** What waits for its money: the membership itself, or seats that an order added to it. */
export interface Payable {
  /** null is the order that sold the membership. */
  readonly added_by: string | null
}

/** What staff can record the payment of, one at a time; null where nothing waits (SALE-7). */
export function payableOf({
  status,
  order_id,
  seats,
}: Pick<Membership, "status" | "order_id" | "seats">): Payable | null {
  if (status === "pending") return order_id === null ? null : { added_by: null }
  const waiting = seats.find((seat) => seat.is_pending && seat.canceled_on === null && seat.order_id !== null)
  return waiting ? { added_by: waiting.order_id } : null
}
