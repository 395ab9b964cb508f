import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MathBN } from "@medusajs/framework/utils"
import { assert, DomainError } from "../../domain/errors"
import { buildQuote } from "../../domain/selling/quote"
import { decideSale, type Sale } from "../../domain/selling/sale"
import { addDays, localDate, startOfLocalDay } from "../../domain/time/calendar"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { loadSale, type SaleFacts } from "./load-sale"
import { priceLines } from "./price-lines"
import { quoteId } from "./quote-id"
import type { Quote, QuoteSaleInput } from "./types"

/** A quote together with what it was made from, for whoever goes on to sell it. */
export interface QuotedSale {
  readonly quote: Quote
  readonly sale: Sale
  readonly facts: SaleFacts
}

/** Prices a sale without storing anything (SALE-1). Load → decide → price, as the cart will. */
export async function quoteSale(container: MedusaContainer, input: QuoteSaleInput): Promise<QuotedSale> {
  const facts = await loadSale(container, input)
  const { sale_plan, people, pricing } = facts
  const wish = "people" in input.wish ? { people: people ?? [] } : input.wish
  const sale = decideSale({
    plan: sale_plan.plan,
    published_rows: sale_plan.published_chart?.rows ?? null,
    classifications: sale_plan.classifications,
    wish,
    currency_code: pricing.currency_code,
    location_id: facts.location_id,
    starts_on: input.starts_on ?? null,
    now: facts.now,
    today: facts.today,
    zone: facts.zone,
  })
  if (!input.by_staff?.override) {
    await assertCustomerEligible(container, facts, input.sale_draft_ids ?? [])
  }
  return { quote: await toQuote(container, facts, sale), sale, facts }
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

async function toQuote(container: MedusaContainer, facts: SaleFacts, sale: Sale): Promise<Quote> {
  const { sale_plan, pricing, zone, now } = facts
  const chart = sale_plan.published_chart
  assert(chart, "a sale that was decided has a published chart")
  const seat_lines = sale.lines.filter((line) => line.kind === "seat")
  const [totals, renewals] = await Promise.all([
    priceLines(container, sale.lines, pricing),
    sale.due_dates.length
      ? priceLines(container, seat_lines, { ...pricing, promo_codes: [] }, { without_promotions: true })
      : [],
  ])
  const content = {
    plan_id: sale_plan.plan.id,
    price_chart: { id: chart.id, version: chart.version },
    location_id: facts.location_id,
    starts_on: sale.term.starts_on,
    ends_on: sale.term.ends_on,
    terms: sale_plan.current_terms && pickTerms(sale_plan.current_terms),
    ...buildQuote({
      chosen: sale.chosen,
      lines: sale.lines,
      totals,
      renewal_total: MathBN.sum(0, ...renewals.map((line) => line.total)).toFixed(),
      due_dates: sale.due_dates,
      currency_code: pricing.currency_code,
      is_tax_inclusive: pricing.is_tax_inclusive,
      chart,
    }),
  }
  const tomorrow = addDays(localDate(now, zone), 1)
  return { id: quoteId(content), valid_until: startOfLocalDay(tomorrow, zone), ...content }
}

const pickTerms = ({ id, version, text }: NonNullable<Quote["terms"]>) => ({ id, version, text })

const quoteSaleStep = createStep("membership-quote-sale", async (input: QuoteSaleInput, { container }) => {
  const { quote } = await quoteSale(container, input)
  const { by_staff, customer_id } = input
  if (by_staff?.override) {
    const { reason } = by_staff.override
    await container
      .resolve(MEMBERSHIP_MODULE)
      .recordQuoteOverride({ plan_id: quote.plan_id, customer_id, actor: by_staff.actor, reason })
  }
  return new StepResponse(quote)
})

/** Quotes a membership: the whole price, every line explained, the next charges; nothing is stored (SALE-1). */
export const quoteSaleWorkflow = createWorkflow(
  "membership-quote-sale",
  (input: QuoteSaleInput) => new WorkflowResponse(quoteSaleStep(input))
)
