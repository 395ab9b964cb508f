import { isShared } from "../../../domain/plans/types"
import type { Membership, Seat } from "../types"
import { holderOf } from "../detail/seat-groups"
import { hasHold, isEnded } from "./seat-state"

export type SeatAction =
  | "assign"
  | "invite"
  | "reinvite"
  | "reassign"
  | "unassign"
  | "hold"
  | "resume"
  | "payer"
  | "cancel"
  | "uncancel"

export type WholeAction =
  "add" | "holdAll" | "resumeAll" | "reorder" | "payerAll" | "cancelAll" | "uncancelAll"

type Facts = Pick<Membership, "seats" | "status">
type SeatFacts = Facts & { plan: Pick<Membership["plan"], "audience"> }

/** Nothing of it can be changed any more, except that its term can be given more time. */
const isOver = ({ status }: Pick<Facts, "status">): boolean =>
  ["void", "canceled", "expired"].includes(status)

/** What can be done with one seat, in the groups of its menu; those that make no sense now are left out. */
export function seatActions(seat: Seat, membership: SeatFacts, today: string): SeatAction[][] {
  if (isOver(membership) || isEnded(seat, today)) return []
  // Those of one household are added to it instead (SEAT-2).
  const invite =
    membership.plan.audience === "household"
      ? []
      : [seat.invitation ? ("reinvite" as const) : ("invite" as const)]
  const people: SeatAction[] = holderOf(seat) ? ["reassign", "unassign"] : ["assign", ...invite]
  const holds: SeatAction[] = hasHold(seat, today) ? ["hold", "resume"] : ["hold"]
  return [people, holds, ["payer"], [seat.canceled_on === null ? "cancel" : "uncancel"]]
}

/** What can be done with all seats together. */
export function wholeActions(membership: SeatFacts, today: string): WholeAction[][] {
  const live = liveSeats(membership.seats, today)
  if (isOver(membership) || live.length === 0) return []
  const isBack = live.some(({ cancel_scope }) => cancel_scope === "membership")
  const isLeft = live.some(({ canceled_on }) => canceled_on === null)
  const groups: WholeAction[][] = [
    isShared(membership.plan.audience) ? ["add"] : [],
    live.length > 1 && live.some((seat) => holderOf(seat) !== null) ? ["reorder"] : [],
    live.some((seat) => hasHold(seat, today)) ? ["holdAll", "resumeAll"] : ["holdAll"],
    ["payerAll"],
    [...(isBack ? (["uncancelAll"] as const) : []), ...(isLeft ? (["cancelAll"] as const) : [])],
  ]
  return groups.filter(({ length }) => length > 0)
}

export const liveSeats = (seats: readonly Seat[], today: string): Seat[] =>
  seats.filter((seat) => !isEnded(seat, today))
