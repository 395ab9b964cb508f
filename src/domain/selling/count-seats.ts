import type { SeatCount } from "../charts/types"
import type { SaleSeat } from "./types"

/** The seats of a sale as counts, to quote them again on the version that is published now. */
export function countSeats(seats: readonly Pick<SaleSeat, "classification_id">[]): SeatCount[] {
  const counts = new Map<string | null, number>()
  for (const { classification_id } of seats)
    counts.set(classification_id, (counts.get(classification_id) ?? 0) + 1)
  return [...counts].map(([classification_id, count]) => ({ classification_id, count }))
}
