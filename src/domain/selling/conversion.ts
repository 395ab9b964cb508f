import type { Actor } from "../actor"
import { priceRows } from "../charts/price-rows"
import type { ChartRowDraft } from "../charts/types"
import { DomainError } from "../errors"
import { sumMinor } from "../money/amounts"
import type { Classification } from "../people/types"
import { intervalOf } from "../plans/billing"
import { assertSellable } from "../plans/sellability"
import { soldCurrencies } from "../plans/sold-currencies"
import type { IntroductoryOffer, PlanAudience, PlanDefinition, PlanStatus } from "../plans/types"
import type { CalendarDate, CalendarInterval, Instant } from "../time/types"
import { chooseSeats, type SeatWish } from "./choose-seats"

/** The plan that an offer leads to, as it is sold now. */
export interface FollowingPlan extends Pick<PlanDefinition, "audience" | "billing" | "locations"> {
  readonly id: string
  readonly name: string
  readonly status: PlanStatus
  readonly currency_codes: readonly string[] | null
  readonly published_chart: {
    readonly id: string
    readonly version: number
    readonly rows: readonly ChartRowDraft[]
  } | null
  readonly terms: { readonly version: number; readonly text: string } | null
  readonly classifications: readonly Classification[]
}

/** What comes after an introductory offer (PLAN-8): a part of its quote, so that it is what was agreed to. */
export interface OfferedConversion {
  /** `automatic` needs consent with the sale; what is offered can be accepted with it, or until the offer ends. */
  readonly mode: IntroductoryOffer["conversion"]
  readonly plan_id: string
  readonly plan_name: string
  readonly price_chart: { readonly id: string; readonly version: number }
  /** The day on which the offer ends, if nothing puts it off; null until it has begun. */
  readonly converts_on: CalendarDate | null
  readonly interval: CalendarInterval
  /** Of all seats, for each period, before discounts, in the mode of the quote's prices. */
  readonly price_minor: number
  readonly terms: { readonly version: number; readonly text: string } | null
}

/** The consent that is recorded with a sale. */
export interface AcceptedConversion {
  readonly plan_id: string
  readonly price_chart_id: string
  readonly terms_version: number | null
  readonly accepted_at: Instant
  readonly accepted_by_type: Actor["type"]
  readonly accepted_by: string | null
}

export interface ConversionInput {
  readonly offer: IntroductoryOffer
  readonly audience: PlanAudience
  readonly following: FollowingPlan
  readonly wish: SeatWish
  readonly currency_code: string
  readonly location_id: string | null
  /** The end of the offer; null until it has begun. */
  readonly converts_on: CalendarDate | null
  readonly today: CalendarDate
}

/** PLAN-8: what an offer leads to at today's prices; null where that is not on sale for the same people, so that the offer only ends. */
export function offeredConversion(input: ConversionInput): OfferedConversion | null {
  const { offer, following, currency_code, converts_on } = input
  const { id: plan_id, name: plan_name, published_chart: chart, terms } = following
  const interval = intervalOf(following.billing)
  if (interval === null || chart === null || following.audience !== input.audience) return null
  try {
    assertSellable({
      ...{ status: following.status, has_variant: true, sold_at: following.locations.sold_at },
      published_currency_codes: soldCurrencies(following, chart.rows),
      ...{ currency_codes: [currency_code], location_id: input.location_id },
    })
    const { seats } = chooseSeats({
      ...{ wish: input.wish, audience: following.audience, classifications: following.classifications },
      ...{ rows: priceRows(chart.rows, currency_code), on_date: converts_on ?? input.today },
    })
    return {
      ...{ mode: offer.conversion, plan_id, plan_name, converts_on, interval, terms },
      price_chart: { id: chart.id, version: chart.version },
      price_minor: sumMinor(seats.map(({ price_minor }) => price_minor)),
    }
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

/**
 * PLAN-8: an offer that goes on by itself is sold to nobody who has not agreed to it.
 * @throws DomainError `conversion_not_accepted`
 */
export function assertConversionAccepted(
  conversion: Pick<OfferedConversion, "mode" | "plan_id" | "plan_name"> | null,
  is_accepted: boolean
): void {
  if (is_accepted && conversion === null)
    throw new DomainError(
      "conversion_not_accepted",
      "Nothing follows this plan. Leave accepts_conversion out.",
      {
        field: "accepts_conversion",
      }
    )
  if (is_accepted || conversion?.mode !== "automatic") return
  throw new DomainError(
    "conversion_not_accepted",
    `This offer goes on as “${conversion.plan_name}” by itself. Agree to that to buy it.`,
    { field: "accepts_conversion", plan_id: conversion.plan_id }
  )
}
