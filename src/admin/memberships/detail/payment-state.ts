import type { PaymentCollection } from "../types"

export type PaymentState = "paid" | "partly_paid" | "authorized" | "open" | "canceled"

const BY_STATUS: Record<string, PaymentState> = {
  completed: "paid",
  partially_captured: "partly_paid",
  authorized: "authorized",
  partially_authorized: "authorized",
  canceled: "canceled",
}

/**
 * One word for an order's payment collections, of which an order has one unless it was edited. A canceled one counts
 * only where there is no other; between different ones it is partly paid.
 */
export function paymentStateOf(collections: readonly PaymentCollection[]): PaymentState {
  const states = collections.map(({ status }) => BY_STATUS[status] ?? "open")
  const live = [...new Set(states.filter((state) => state !== "canceled"))]
  if (live.length === 1) return live[0]!
  if (live.length > 1) return live.includes("paid") || live.includes("partly_paid") ? "partly_paid" : "open"
  return states.length ? "canceled" : "open"
}
