import type { PlanAudience } from "../plans/types"
import type { CalendarDate } from "../time/types"

/** A pause: the first day on hold and the first day back (HOLD-1); null lasts until it is ended. */
export interface HoldDates {
  readonly starts_on: CalendarDate
  readonly resumes_on: CalendarDate | null
}

/** `payment_holiday`: access goes on, only the dues of the periods that begin in it are skipped (HOLD-4). */
export type HoldKind = "hold" | "payment_holiday"

export interface SeatHold extends HoldDates {
  readonly id: string
  readonly kind: HoldKind
  /** For this seat, in the currency's smallest unit (HOLD-3). */
  readonly fee_minor: number
  readonly reason: string | null
  /** It went into a charge, and goes into no other (HOLD-3). */
  readonly is_fee_charged?: boolean
}

/** How a seat is to end, or ended. */
export interface SeatCancellation {
  /** The first day without the seat. */
  readonly canceled_on: CalendarDate
  /** `membership` when the whole membership was canceled; such seats are taken back together (CANCEL-3). */
  readonly scope: "seat" | "membership"
  /** The holds that it cut off or removed, as they were; taking the cancellation back restores them. */
  readonly cut_holds: readonly SeatHold[]
  /** It ends with what is paid, which holds put off (CANCEL-1, HOLD-4); absent: on a day that somebody chose. */
  readonly at_renewal?: boolean
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
  /** 1 for the first seat of its classification ("Child 2"). */
  readonly sequence: number
  readonly required: boolean
  /** What it costs each period, in the currency's smallest unit. */
  readonly price_minor: number
  /** Percent; null leaves it to the platform's tax. */
  readonly tax_rate: number | null
  readonly payer_customer_id: string | null
  /** Its first day where it was added later (SEAT-8); null is there from the start. */
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
  /** The term's end without any hold, as sold or as staff set it (HOLD-4, TERM-5); null is unlimited. */
  readonly sold_ends_on: CalendarDate | null
  readonly seats: readonly Seat[]
}

/** Who asks. Staff may go past a policy when they say why. */
export type Asker = { readonly type: "customer" } | { readonly type: "staff"; readonly reason: string | null }
