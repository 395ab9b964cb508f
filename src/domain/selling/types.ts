import type { AcceptedConversion } from "./conversion"
import type { FirstPeriod } from "../billing/proration"
import type { CalendarDate } from "../time/types"

/** One seat of a sale, as quoted and kept with the draft. `amount` is decimal, in the currency's major unit. */
export interface SaleSeat {
  readonly row_position: number
  readonly label: string
  readonly classification_id: string | null
  readonly sequence: number
  /** Of a full period, which renewals charge. */
  readonly amount: number
  readonly tax_rate: number | null
  readonly required: boolean
  /** Who shall sit there, where the people were named; null is sold empty (SEAT-1). */
  readonly member_id: string | null
}

/** One cart line of a sale: all seats of one chart row, or the signup fee (SALE-2). */
export interface SaleLine {
  readonly kind: "seat" | "signup_fee"
  readonly row_position: number | null
  readonly quantity: number
  readonly unit_price: number
  readonly tax_rate: number | null
}

/** What was quoted and put into a cart: the server's truth about a sale. */
export interface SaleDraft {
  readonly id: string
  readonly cart_id: string | null
  /** The draft order that staff put it into; null was bought in a cart (SALE-9). */
  readonly order_id: string | null
  /** The membership that it adds seats to; null sells a new one (SEAT-8). */
  readonly membership_id: string | null
  /** Why staff went past who the plan is for; null is sold by the rules. */
  readonly override_reason: string | null
  readonly quote_id: string
  readonly plan_id: string
  readonly price_chart_id: string
  readonly currency_code: string
  readonly region_id: string | null
  readonly location_id: string | null
  readonly customer_id: string | null
  readonly starts_on: CalendarDate | null
  /** Where it joins the common billing day (BILL-7): `lines` charge that part of what the seats cost. */
  readonly first_period: FirstPeriod | null
  /** What the buyer agreed to for the time after an introductory offer (PLAN-8); absent: to nothing. */
  readonly conversion?: AcceptedConversion | null
  readonly seats: readonly SaleSeat[]
  readonly signup_fee: number
  readonly lines: readonly SaleLine[]
}
