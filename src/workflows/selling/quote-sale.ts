import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import type { FirstPeriod } from "../../domain/billing/proration"
import { priceRows } from "../../domain/charts/price-rows"
import { assert, DomainError } from "../../domain/errors"
import { fromMinor, sumMinor } from "../../domain/money/amounts"
import type { SeatEffect } from "../../domain/seats/effects"
import { decideAddition } from "../../domain/selling/addition"
import { type OfferedConversion, offeredConversion } from "../../domain/selling/conversion"
import { buildQuote } from "../../domain/selling/quote"
import { decideSale, type Sale } from "../../domain/selling/sale"
import { type SaleNotice, saleNotices } from "../../domain/selling/sale-notices"
import { addDays, localDate, startOfLocalDay } from "../../domain/time/calendar"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { loadSale, type SaleFacts } from "./load-sale"
import { priceLines } from "./price-lines"
import { priceRenewals } from "./price-renewals"
import { quoteId } from "./quote-id"
import { toldNotice } from "./told-notice"
import type { Quote, QuoteSaleInput, SaleSubject } from "./types"

/** A quote together with what it was made from, for whoever goes on to sell it. */
export interface QuotedSale {
  readonly quote: Quote
  readonly sale: Sale
  readonly facts: SaleFacts
  /** What further seats do to their membership; none for a new one. */
  readonly effects: readonly SeatEffect[]
  /** What the buyer has already, or owes (BILL-11). */
  readonly notices: readonly SaleNotice[]
  /** What follows an introductory offer (PLAN-8); null: nothing. */
  readonly conversion: OfferedConversion | null
}

/** Prices a sale without storing anything (SALE-1). Load → decide → price, as the cart will. */
export async function quoteSale(container: MedusaContainer, input: QuoteSaleInput): Promise<QuotedSale> {
  const facts = await loadSale(container, input)
  const sale = decide(facts, input)
  const { addition } = facts
  if (!addition && !input.by_staff?.override) {
    await assertCustomerEligible(container, facts, input.sale_draft_ids ?? [])
  }
  const effects =
    addition && "addition" in input.subject ? await effectsOf(container, input.subject, facts, sale) : []
  const notices = addition ? [] : await noticesOf(container, facts, sale, input)
  const conversion = addition ? null : await conversionOf(container, facts, sale, input)
  const quote = await toQuote(container, facts, sale, { notices, conversion })
  return { quote, sale, facts, effects, notices, conversion }
}

/** PLAN-8: of the same seats, on the plan that the offer leads to. */
async function conversionOf(
  container: MedusaContainer,
  { sale_plan: { plan }, pricing, people, location_id, today }: SaleFacts,
  sale: Sale,
  { wish }: QuoteSaleInput
): Promise<OfferedConversion | null> {
  const offer = plan.introductory_offer
  if (!offer?.converts_to_plan_id) return null
  const [next] = await container
    .resolve(MEMBERSHIP_MODULE)
    .loadSalePlans({ ids: [offer.converts_to_plan_id] })
  if (!next) return null
  const { published_chart, classifications, current_terms: terms } = next
  return offeredConversion({
    ...{ offer, audience: plan.audience, location_id, today, converts_on: sale.term.ends_on },
    following: { ...next.plan, published_chart, classifications, terms: terms && pickTerms(terms) },
    wish: "people" in wish ? { people: people ?? [] } : wish,
    currency_code: pricing.currency_code,
  })
}

/** Further seats have a membership of their own to be told of; whoever buys one is told here. */
async function noticesOf(
  container: MedusaContainer,
  { sale_plan: { plan }, pricing, today }: SaleFacts,
  sale: Sale,
  { by_staff }: QuoteSaleInput
): Promise<SaleNotice[]> {
  const named = sale.chosen.seats.flatMap(({ member_id }) => member_id ?? [])
  const customer_id = pricing.customer?.id ?? null
  const { memberships: held, buyer_member_id } = await container
    .resolve(MEMBERSHIP_MODULE)
    .loadHeld({ plan_id: plan.id, customer_id, member_ids: named })
  // Where nobody is named, it is for the buyer, and whoever they choose.
  const member_ids = named.length > 0 || buyer_member_id === null ? named : [buyer_member_id]
  return saleNotices({
    ...{ plan, today, held, term: sale.term, member_ids },
    only_of_customer_id: by_staff ? null : customer_id,
  })
}

function decide({ sale_plan, addition, people, pricing, ...facts }: SaleFacts, input: QuoteSaleInput): Sale {
  const { plan, published_chart, classifications } = sale_plan
  const { currency_code } = pricing
  const wish = "people" in input.wish ? { people: people ?? [] } : input.wish
  const { now, today, zone, location_id } = facts
  if (addition) {
    const { audience, billing } = plan
    const rows = priceRows(addition.chart.rows, currency_code)
    return decideAddition({ ...addition, audience, billing, rows, wish, today })
  }
  const published_rows = published_chart?.rows ?? null
  const starts_on = input.starts_on ?? null
  return decideSale({
    ...{
      plan,
      published_rows,
      classifications,
      wish,
      currency_code,
      location_id,
      starts_on,
      now,
      today,
      zone,
      common_billing_day: facts.common_billing_day,
    },
  })
}

/** The same decision as when they are added, so that whoever may not sit there is refused before money moves. */
async function effectsOf(
  container: MedusaContainer,
  { addition: { membership_id, asker } }: Extract<SaleSubject, { addition: unknown }>,
  { addition }: SaleFacts,
  sale: Sale
): Promise<readonly SeatEffect[]> {
  const payer_customer_id = asker.type === "customer" ? asker.customer_id : (addition?.customer_id ?? null)
  const seats = sale.chosen.seats.map((seat, index) => ({
    ...seat,
    id: `new_${index + 1}`,
    payer_customer_id,
  }))
  const verb = { verb: "add", seats, is_sold: false } as const
  const input = { membership_id, verb, asker, actor: SYSTEM, preview: true }
  return (await container.resolve(MEMBERSHIP_MODULE).changeSeats(input)).effects
}

/** PLAN-8: an offer for new customers is quoted to anybody, and refused to a customer who had it. */
async function assertCustomerEligible(
  container: MedusaContainer,
  { sale_plan, pricing }: SaleFacts,
  sale_draft_ids: readonly string[]
): Promise<void> {
  if (!pricing.customer) return
  const { id } = sale_plan.plan
  const reasons = await container
    .resolve(MEMBERSHIP_MODULE)
    .eligibilityOf({ plan_ids: [id], customer_id: pricing.customer.id, sale_draft_ids })
    .then((by_plan) => by_plan.get(id) ?? [])
  const [first] = reasons
  if (first) throw new DomainError(first.code, `${first.message} Choose another plan.`, { reasons })
}

async function toQuote(
  container: MedusaContainer,
  facts: SaleFacts,
  sale: Sale,
  { notices, conversion }: Pick<QuotedSale, "notices" | "conversion">
): Promise<Quote> {
  const { sale_plan, pricing, zone, now } = facts
  const chart = sale_plan.published_chart
  assert(chart, "a sale that was decided has a published chart")
  const { lines, first_period } = sale
  const totals = await priceLines(container, lines, pricing)
  const renewals = await priceRenewals(container, { sale, totals }, pricing)
  const content = {
    plan_id: sale_plan.plan.id,
    price_chart: { id: chart.id, version: chart.version },
    location_id: facts.location_id,
    starts_on: sale.term.starts_on,
    ends_on: sale.term.ends_on,
    first_period: first_period && quotedPeriod(first_period, sale, pricing.currency_code),
    conversion: conversion && quotedConversion(conversion, pricing.currency_code),
    terms: sale_plan.current_terms && pickTerms(sale_plan.current_terms),
    ...buildQuote({
      chosen: sale.chosen,
      ...{ lines, totals, renewals },
      currency_code: pricing.currency_code,
      is_tax_inclusive: pricing.is_tax_inclusive,
      chart,
    }),
  }
  const tomorrow = addDays(localDate(now, zone), 1)
  return {
    ...{ id: quoteId(content), valid_until: startOfLocalDay(tomorrow, zone), ...content },
    notices: notices.map(toldNotice),
  }
}

/** BILL-7, MONEY-3: the days that are charged now, of those that the full price is for. */
const quotedPeriod = (
  { starts_on, ends_on, days, of_days }: FirstPeriod,
  { full_lines }: Sale,
  currency_code: string
): Quote["first_period"] => ({
  ...{ starts_on, ends_on, days, of_days },
  full_price: fromMinor(
    sumMinor(full_lines.map(({ unit_price_minor, quantity }) => unit_price_minor * quantity)),
    currency_code
  ),
})

const quotedConversion = (
  { price_minor, price_chart: _chart, terms, ...conversion }: OfferedConversion,
  currency_code: string
): Quote["conversion"] => ({
  ...conversion,
  price: fromMinor(price_minor, currency_code),
  terms: terms && { version: terms.version, text: terms.text },
})

const pickTerms = ({ id, version, text }: NonNullable<Quote["terms"]>) => ({ id, version, text })

const quoteSaleStep = createStep("membership-quote-sale", async (input: QuoteSaleInput, { container }) => {
  const { quote, effects } = await quoteSale(container, input)
  const { by_staff, customer_id } = input
  if (by_staff?.override) {
    const { reason } = by_staff.override
    await container
      .resolve(MEMBERSHIP_MODULE)
      .recordQuoteOverride({ plan_id: quote.plan_id, customer_id, actor: by_staff.actor, reason })
  }
  return new StepResponse({ quote, effects })
})

/**
 * Quotes a membership, or further seats of one: the whole price, every line explained, the next charges (SALE-1,
 * SEAT-8); of further seats what they do to their membership too. Nothing is stored.
 */
export const quoteSaleWorkflow = createWorkflow(
  "membership-quote-sale",
  (input: QuoteSaleInput) => new WorkflowResponse(quoteSaleStep(input))
)
