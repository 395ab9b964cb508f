import type { PlanAudience } from "../plans/types"
import type { CalendarDate } from "../time/types"

/** A pause: the first day on hold and the first day back (HOLD-1); null lasts until it is ended. */
export interface HoldDates {
  readonly starts_on: CalendarDate
  readonly resumes_on: CalendarDate | null
}

export interface SeatHold extends HoldDates {
  readonly id: string
}

/** How a seat is to end, or ended. */
export interface SeatCancellation {
  /** The first day without the seat. */
  readonly canceled_on: CalendarDate
  /** `membership` when the whole membership was canceled; such seats are taken back together (CANCEL-3). */
  readonly scope: "seat" | "membership"
  /** The holds that it cut off or removed, as they were; taking the cancellation back restores them. */
  readonly cut_holds: readonly SeatHold[]
}

/** One seat of a sold membership, as the verbs on seats see it. */
export interface Seat {
  readonly id: string
  /** Its place in the membership, from 1. */
  readonly position: number
  /** The chart row that prices it. */
  readonly row_position: number
  /** null is `Any`. */
  readonly classification_id: string | null
  readonly label: string
  readonly required: boolean
  /** What it costs each period, in the currency's smallest unit. */
  readonly price_minor: number
  readonly payer_customer_id: string | null
  /** Its first day; null while the membership waits for its first visit. */
  readonly starts_on: CalendarDate | null
  readonly cancellation: SeatCancellation | null
  /** Who holds it now. */
  readonly member_id: string | null
  /** In order, never overlapping (HOLD-7). */
  readonly holds: readonly SeatHold[]
}

/** A membership with all of its seats, those that have ended included. */
export interface SeatedMembership {
  readonly id: string
  readonly audience: PlanAudience
  /** The term (TIME-2); nulls as in `Term`. */
  readonly starts_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  readonly seats: readonly Seat[]
}

/** Who asks. Staff may go past a policy when they say why. */
export type Asker = { readonly type: "customer" } | { readonly type: "staff"; readonly reason: string | null }
