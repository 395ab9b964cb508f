import type { SeatRequest } from "../queries/seats"
import type { Seat } from "../types"
import type { WaysOut } from "./refusals"
import { pathOf, reasonOf } from "./verb-drawer"

export interface CancelValues {
  at: "renewal" | "now" | "date"
  on: string
  /** Of a required seat: the number of a reorder, `leave_empty` or `cancel_all`; blank is none yet. */
  way_out: string
  reason: string
}

/** A cancellation as the form asks for it; null while its date is missing. */
export function cancelRequest(values: CancelValues, seat: Seat | null): SeatRequest | null {
  const { at, on } = values
  if (at === "date" && on === "") return null
  const way = at === "date" ? { at, on } : { at }
  return { path: pathOf("cancel", seat), body: { way, reason: reasonOf(values) } }
}

/** What is done instead where the seat is required (SEAT-6); null until one of the ways is chosen. */
export function wayOutRequest(values: CancelValues, seat: Seat, { reorders }: WaysOut): SeatRequest | null {
  const reason = reasonOf(values)
  if (values.way_out === "leave_empty") return { path: pathOf("unassign", seat), body: { reason } }
  if (values.way_out === "cancel_all") return cancelRequest(values, null)
  const order = values.way_out === "" ? undefined : reorders[Number(values.way_out)]
  return order ? { path: "/reorder", body: { order, reason } } : null
}
