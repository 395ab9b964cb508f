import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MathBN } from "@medusajs/framework/utils"
import { type Actor, SYSTEM } from "../../domain/actor"
import { DomainError } from "../../domain/errors"
import { fromMinor, toMinor } from "../../domain/money/amounts"
import { roundToMinor } from "../../domain/money/rounding"
import { lineKey } from "../../domain/selling/lines"
import { assertConfirmed, type SaleNoticeCode } from "../../domain/selling/sale-notices"
import { draftIdOf } from "../../domain/selling/plain-sales"
import { assertConversionAccepted } from "../../domain/selling/conversion"
import type { CalendarDate, Instant } from "../../domain/time/types"
import { newEntityId } from "../../modules/membership/ids"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreateSaleDraftInput, SaleDraftsOf } from "../../modules/membership/types"
import { type CartFacts, contextOf, DRAFT_KEY, findHolder, LINE_KEY, loadOpen } from "./cart-facts"
import { productTypeOf } from "./price-lines"
import { quoteDifference } from "./quote-id"
import { quoteSale, type QuotedSale } from "./quote-sale"
import type { Quote, RequestedSeats, SaleSubject } from "./types"

/** What a buyer chose, or staff for them. */
export interface SaleChoices {
  readonly subject: SaleSubject
  readonly wish: RequestedSeats
  /** Of the quote that was shown; what it showed is charged, or it is refused as stale (SALE-1). */
  readonly quote_id?: string | undefined
  readonly starts_on?: CalendarDate | null | undefined
  readonly location_id?: string | null | undefined
  readonly accepted_terms_version?: number | undefined
  /** The buyer agrees to what follows an introductory offer (PLAN-8). */
  readonly accepts_conversion?: boolean | undefined
  /** Codes to apply with it: the platform keeps a code only where there is something to discount. */
  readonly promo_codes?: readonly string[] | undefined
  /** Staff sell (SALE-9): they seat anybody, and with a reason go past who the plan is for. */
  readonly by_staff?: { readonly override_reason: string | null } | undefined
  /** What is bought, or sold, in spite of, each by its code (BILL-11). */
  readonly confirmed_notices?: readonly SaleNoticeCode[] | undefined
  /** Why staff sell in spite of that; it stands in the history and goes past nothing. */
  readonly confirmed_reason?: string | undefined
  readonly actor: Actor
}

export interface PrepareSaleInput extends SaleChoices {
  /** Where the lines go. */
  readonly of: SaleDraftsOf
}

/** A line as the platform's cart and order workflows take it. */
export interface SaleItem {
  variant_id: string
  quantity: number
  unit_price: number
  is_tax_inclusive: boolean
  title: string
  subtitle: string
  product_type_id?: string
  requires_shipping: false
  metadata: Record<string, unknown>
}

export interface PreparedSale {
  readonly draft: CreateSaleDraftInput
  readonly items: SaleItem[]
  /** Set where there is no tax address yet, so that a cart of memberships alone is taxed. */
  readonly tax_country: string | null
  readonly quote: Quote
  readonly effects: QuotedSale["effects"]
}

/** Load and decide: the sale in this cart's currency, region and customer, as quoted (SALE-1, SALE-4). */
export const prepareSaleStep = createStep(
  "membership-prepare-sale",
  async (input: PrepareSaleInput, { container }) => new StepResponse(await prepareSale(container, input))
)

/** The draft is the truth about the sale; the lines only name it (SALE-2). */
export const createDraftStep = createStep(
  "membership-create-sale-draft",
  async (draft: CreateSaleDraftInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).createSaleDraft(draft)
    return new StepResponse({ id: draft.id }, draft.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).removeSaleDraft({ id, actor: SYSTEM })
  }
)

export interface VerifyInput {
  readonly of: SaleDraftsOf
  readonly draft_id: string
  /** null: nobody was shown a price. */
  readonly quote_id: string | null
  readonly quote: Quote
}

/** Where a quote was shown, what is charged for it now must be that quote's total, to the smallest unit. */
export const verifyChargedStep = createStep(
  "membership-verify-charged",
  async ({ of, draft_id, quote_id, quote }: VerifyInput, { container }) => {
    if (!quote_id) return new StepResponse(null)
    const holder = await findHolder(container, of, { with_totals: true })
    const lines = (holder?.items ?? []).filter((line) => draftIdOf(line) === draft_id)
    const charged = MathBN.sum(0, ...lines.map((line) => line.total as number))
    const now_minor = roundToMinor(MathBN.convert(charged).toFixed(), quote.currency_code)
    const quoted_minor = toMinor(quote.total, quote.currency_code)
    if (now_minor === quoted_minor) return new StepResponse(null)
    throw new DomainError("quote_stale", "This cart changes the price that was shown. Look at it again.", {
      difference: { amounts_minor: { total: { quoted: quoted_minor, now: now_minor } } },
    })
  }
)

async function prepareSale(container: MedusaContainer, input: PrepareSaleInput): Promise<PreparedSale> {
  const holder = await loadOpen(container, input.of)
  const context = contextOf(holder)
  const { subject, wish, starts_on = null, location_id = null, by_staff, actor } = input
  const reason = by_staff?.override_reason ?? null
  const quoted = await quoteSale(container, {
    ...context,
    promo_codes: [...new Set([...(context.promo_codes ?? []), ...(input.promo_codes ?? [])])],
    ...{ subject, wish, starts_on, location_id },
    ...(by_staff ? { by_staff: { actor, override: reason === null ? null : { reason } } } : {}),
  })
  assertFresh(input.quote_id, quoted.quote)
  const confirmed = input.confirmed_notices ?? []
  assertConfirmed(quoted.notices, { by_staff: by_staff !== undefined, confirmed })
  assertTermsAccepted(input.accepted_terms_version, quoted.quote)
  assertConversionAccepted(quoted.conversion, input.accepts_conversion ?? false)
  const accepted_at = await container.resolve(MEMBERSHIP_MODULE).now()
  return toPreparedSale({ ...input, accepted_at }, holder, quoted)
}

/** @throws DomainError `quote_stale` with the fresh quote and the difference (SALE-1) */
function assertFresh(quote_id: string | undefined, now: Quote): void {
  if (quote_id === undefined || quote_id === now.id) return
  throw new DomainError("quote_stale", "The price has changed since it was shown. Look at the new quote.", {
    quote: now,
    difference: quoteDifference(quote_id, now),
  })
}

/** SALE-4. @throws DomainError `terms_not_accepted` */
function assertTermsAccepted(accepted_version: number | undefined, { terms }: Pick<Quote, "terms">): void {
  if (!terms || accepted_version === terms.version) return
  throw new DomainError("terms_not_accepted", "Accept the current terms of this plan to buy it.", {
    field: "accepted_terms_version",
    terms: { version: terms.version, text: terms.text },
  })
}

type AcceptedSale = PrepareSaleInput & { readonly accepted_at: Instant }

function toPreparedSale(input: AcceptedSale, holder: CartFacts, quoted: QuotedSale): PreparedSale {
  const { quote, facts, effects } = quoted
  const id = newEntityId("msdr")
  const tax_country = holder.shipping_address?.country_code ? null : facts.pricing.country_code
  return {
    draft: toDraft(id, input, holder, quoted),
    items: toItems(id, quoted),
    ...{ tax_country, quote, effects },
  }
}

function toDraft(
  id: string,
  {
    of,
    starts_on = null,
    by_staff,
    actor,
    accepts_conversion = false,
    accepted_at,
    confirmed_reason: why,
  }: AcceptedSale,
  { region_id, customer_id }: CartFacts,
  { quote, sale, facts, notices, conversion }: QuotedSale
): CreateSaleDraftInput {
  const price = (minor: number) => fromMinor(minor, quote.currency_code)
  return {
    ...{ id, cart_id: null, order_id: null, ...of, region_id, customer_id, starts_on },
    ...{ quote_id: quote.id, plan_id: facts.sale_plan.plan.id, price_chart_id: quote.price_chart.id },
    ...{ currency_code: quote.currency_code, location_id: facts.location_id, signup_fee: quote.signup_fee },
    membership_id: facts.addition?.membership_id ?? null,
    first_period: sale.first_period,
    conversion:
      conversion && accepts_conversion
        ? {
            ...{ plan_id: conversion.plan_id, price_chart_id: conversion.price_chart.id },
            ...{ terms_version: conversion.terms?.version ?? null, accepted_at },
            ...{ accepted_by_type: actor.type, accepted_by: actor.id },
          }
        : null,
    override_reason: by_staff?.override_reason ?? null,
    confirmed_notices:
      notices.length > 0
        ? notices.map(({ code, membership_id }) => ({ code, membership_id, ...(why ? { reason: why } : {}) }))
        : null,
    seats: sale.chosen.seats.map(({ price_minor, ...seat }) => ({ ...seat, amount: price(price_minor) })),
    lines: sale.lines.map(({ kind, row_position, quantity, unit_price_minor, tax_rate }) => ({
      ...{ kind, row_position, quantity, unit_price: price(unit_price_minor), tax_rate },
    })),
    sold_by: by_staff ? actor : null,
    accepted_terms: quote.terms && { id: quote.terms.id, by: by_staff ? actor.id : customer_id },
  }
}

function toItems(id: string, { quote, sale, facts: { sale_plan, pricing } }: QuotedSale): SaleItem[] {
  return sale.lines.map((line) => {
    const product_type_id = productTypeOf(line, pricing)
    return {
      variant_id: sale_plan.plan.variant_id,
      quantity: line.quantity,
      unit_price: fromMinor(line.unit_price_minor, quote.currency_code),
      is_tax_inclusive: pricing.is_tax_inclusive,
      title: sale_plan.plan.name,
      subtitle: line.label,
      ...(product_type_id ? { product_type_id } : {}),
      requires_shipping: false as const,
      metadata: { [DRAFT_KEY]: id, [LINE_KEY]: lineKey(line) },
    }
  })
}
