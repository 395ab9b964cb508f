import type { Actor } from "../../domain/actor"
import type { SeatCount } from "../../domain/charts/types"
import type { Proof } from "../../domain/people/types"
import type { OfferedConversion } from "../../domain/selling/conversion"
import type { QuoteContent } from "../../domain/selling/quote"
import type { SaleNotice } from "../../domain/selling/sale-notices"
import type { CalendarDate, CalendarInterval, Instant } from "../../domain/time/types"
import type { SeatAsker } from "../../modules/membership/types"

/** Somebody to seat: a member, or only an age and what would be proved at the desk. */
export type RequestedPerson =
  | { readonly member_id: string }
  | { readonly date_of_birth: CalendarDate; readonly proofs?: readonly Proof[] }

/** Seats by count, or people to be seated the cheapest legal way. */
export type RequestedSeats =
  { readonly seats: readonly SeatCount[] } | { readonly people: readonly RequestedPerson[] }

/** Where and for whom a sale is priced; what the client may not say comes from the cart or the login. */
export interface SaleContext {
  readonly currency_code?: string
  readonly region_id?: string
  /** Country of the tax address, two letters; else the region's only country, else the location's. */
  readonly country_code?: string | null
  readonly location_id?: string | null
  readonly customer_id: string | null
  readonly sales_channel_id?: string | null
  readonly promo_codes?: readonly string[]
}

/** What is sold: a plan, by its id or handle; or further seats of a membership, to whoever manages it (SEAT-8). */
export type SaleSubject =
  | { readonly plan: string }
  | { readonly addition: { readonly membership_id: string; readonly asker: SeatAsker } }

export interface QuoteSaleInput extends SaleContext {
  readonly subject: SaleSubject
  readonly wish: RequestedSeats
  readonly starts_on?: CalendarDate | null
  /** Sales that ask again: their own claims on an offer do not stand in their way. */
  readonly sale_draft_ids?: readonly string[]
  /** Staff may seat any member, and may override who an offer is for. */
  readonly by_staff?: { readonly actor: Actor; readonly override: { readonly reason: string } | null }
}

/** A quote as the API answers it (SALE-1). */
export interface Quote extends QuoteContent {
  /** Made from the content, so the same offer has the same id. */
  readonly id: string
  /** The local midnight after which dates, and so the content, may differ. */
  readonly valid_until: Instant
  readonly plan_id: string
  readonly price_chart: { readonly id: string; readonly version: number }
  readonly location_id: string | null
  readonly starts_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  /**
   * Where it joins the common billing day (BILL-7): the seats cost `days / of_days` of `full_price`, which every charge
   * in the schedule is for. null has a day of its own and is charged in full.
   */
  readonly first_period: {
    readonly starts_on: CalendarDate
    /** The first day of the next period. */
    readonly ends_on: CalendarDate
    readonly days: number
    readonly of_days: number
    /** Of the seats, before discounts and in the mode of the quote's prices. */
    readonly full_price: number
  } | null
  /**
   * What follows an introductory offer (PLAN-8): `automatic` needs consent to be bought, what is offered can be accepted.
   * null: nothing follows.
   */
  readonly conversion: {
    readonly mode: OfferedConversion["mode"]
    readonly plan_id: string
    readonly plan_name: string
    /** The day after the offer, if nothing puts it off; null until the offer has begun. */
    readonly converts_on: CalendarDate | null
    readonly interval: CalendarInterval
    /** Of all seats for each period, before discounts, in the mode of the quote's prices. */
    readonly price: number
    readonly terms: { readonly version: number; readonly text: string } | null
  } | null
  readonly terms: { readonly id: string; readonly version: number; readonly text: string } | null
  /** What the buyer has already, or owes (BILL-11). No part of the content: it does not change what is charged. */
  readonly notices: readonly ToldSaleNotice[]
}

/** A `SaleNotice` with its amounts as decimals. */
export type ToldSaleNotice =
  | Exclude<SaleNotice, { code: "dues_unpaid" }>
  | (Omit<Extract<SaleNotice, { code: "dues_unpaid" }>, "charges" | "total_minor"> & {
      readonly charges: readonly {
        readonly charge_id: string
        readonly status: string
        readonly due_on: CalendarDate
        readonly total: number | null
      }[]
      readonly total: number
    })
