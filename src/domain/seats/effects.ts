import type { CalendarDate } from "../time/types"
import type { HoldDates, Seat } from "./types"

/**
 * One consequence of a verb, told before it is done (`preview: true`) and kept in the history after. Dates follow one
 * convention: a first day on hold, a first day back, a first day without the seat.
 */
export type SeatEffect =
  | ({ readonly code: "seat_on_hold"; readonly seat_id: string } & HoldDates)
  | ({ readonly code: "hold_replaced"; readonly seat_id: string } & HoldDates)
  | { readonly code: "hold_taken_back"; readonly seat_id: string; readonly starts_on: CalendarDate }
  | { readonly code: "hold_fee"; readonly seats: number; readonly total_minor: number }
  | { readonly code: "hold_ends_with_seat"; readonly seat_id: string; readonly canceled_on: CalendarDate }
  | { readonly code: "seat_resumes"; readonly seat_id: string; readonly resumes_on: CalendarDate }
  | { readonly code: "term_moves"; readonly ends_on: CalendarDate | null; readonly days: number | null }
  | { readonly code: "seat_ends"; readonly seat_id: string; readonly canceled_on: CalendarDate }
  | { readonly code: "cancellation_kept"; readonly seat_id: string; readonly canceled_on: CalendarDate }
  /** It ends with what is paid, and a hold has moved that (HOLD-4). */
  | { readonly code: "cancellation_moves"; readonly seat_id: string; readonly canceled_on: CalendarDate }
  | { readonly code: "cancellation_taken_back"; readonly seat_id: string }
  | { readonly code: "hold_restored"; readonly seat_id: string; readonly starts_on: CalendarDate }
  | { readonly code: "member_seated"; readonly seat_id: string; readonly member_id: string }
  | { readonly code: "member_unseated"; readonly seat_id: string; readonly member_id: string }
  | { readonly code: "seat_emptied"; readonly seat_id: string }
  /** Whoever held it is deleted, but the membership cannot be without the seat (SEAT-6). */
  | {
      readonly code: "seat_stays_paid"
      readonly seat_id: string
      readonly payer_customer_id: string | null
      /** Each period. */
      readonly price_minor: number
    }
  /** Whoever bought it is deleted; a payer takes it over (BILL-11). */
  | { readonly code: "purchaser_changes"; readonly to_customer_id: string }
  /** It counts as never sold (SALE-8). */
  | { readonly code: "membership_voided" }
  | { readonly code: "start_moves"; readonly starts_on: CalendarDate }
  | ({
      readonly code: "seat_added"
      readonly seat_id: string
      /** Its first day; null until the first visit starts the term. */
      readonly starts_on: CalendarDate | null
      /** For each period, and in full for the one that runs (SEAT-8). */
      readonly amount_minor: number
    } & Pick<Seat, "row_position" | "label" | "classification_id" | "sequence" | "member_id">)
  | {
      readonly code: "payer_changes"
      readonly seat_id: string
      readonly from_customer_id: string | null
      /** null is a purchaser without an account. */
      readonly to_customer_id: string | null
    }
  /** What a period costs that begins on that day, before and after. */
  | {
      readonly code: "dues_change"
      readonly from_on: CalendarDate
      readonly before_minor: number
      readonly after_minor: number
    }
  /** HOLD-8: days on hold that are paid all the same, and what they cost; nothing of it goes back by itself. */
  | {
      readonly code: "paid_days_on_hold"
      readonly from_on: CalendarDate
      readonly until_on: CalendarDate
      readonly days: number
      readonly total_minor: number
    }
  /** Paid, and not used; it goes back only by a refund that somebody makes (CANCEL-5). */
  | {
      readonly code: "unused_part"
      readonly from_on: CalendarDate
      readonly until_on: CalendarDate
      readonly total_minor: number
    }
  | {
      readonly code: "member_moves"
      readonly member_id: string
      readonly from_seat_id: string
      readonly to_seat_id: string
    }
