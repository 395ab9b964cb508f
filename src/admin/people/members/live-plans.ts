import type { MemberRow } from "../types"

const OVER = new Set(["expired", "canceled", "void"])

/** The plans in which somebody holds a seat now, each once. */
export function livePlans({ seats_held }: Pick<MemberRow, "seats_held">): string[] {
  const live = seats_held.filter(
    ({ held_until, seat }) => held_until === null && !OVER.has(seat.membership.status)
  )
  return [...new Set(live.map(({ seat }) => seat.membership.plan.name))]
}
