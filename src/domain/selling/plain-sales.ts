import { priceRows, pricedCurrencies } from "../charts/price-rows"
import type { ChartRowDraft } from "../charts/types"
import { assert } from "../errors"
import { fromMinor } from "../money/amounts"
import { choicesNeeded } from "../plans/needs-choices"
import { saleLocation } from "../plans/sale-location"
import { sameAmount } from "./same-amount"
import { eligibilityFindings, sellabilityFindings } from "./stale-findings"
import type {
  DraftToSell,
  LineIssue,
  OrderLine,
  PlacedOrder,
  PlanToSell,
  Sale,
  SaleFinding,
} from "./activation-types"

/** The id of the draft that the n-th unit of a plain line becomes; the same however often it is asked (SALE-6). */
const plainDraftId = (line_id: string, unit: number): string => `msdr_${line_id}_${unit}`

interface PlainSales {
  readonly sales: readonly Sale[]
  readonly issues: readonly LineIssue[]
}

/** SALE-3: a plan without choices, put into the cart as any product: one membership for each unit of quantity. */
export function plainSales(line: OrderLine, plan: PlanToSell, order: PlacedOrder): PlainSales {
  const refuse = (finding: SaleFinding) => ({
    sales: [],
    issues: [{ ...finding, line_id: line.id, plan_id: plan.id }],
  })
  const named = draftIdOf(line)
  if (named !== null) {
    const message =
      "The line names a sale that is not of this cart. Compare what was paid with what was sold."
    return refuse({ code: "line_mismatch", message, details: { line_ids: [line.id], named } })
  }
  const unsellable = sellabilityFindings(plan, order, null)
  const chart = plan.published_chart
  const [first] = unsellable
  if (!chart || (first && !pricedCurrencies(chart.rows).includes(order.currency_code.toLowerCase()))) {
    return refuse(first ?? { code: "plan_not_sellable", message: "The plan has no price here.", details: {} })
  }
  const { currency_code } = order
  const has_terms = plan.current_terms_id !== null
  const choices = choicesNeeded({ ...plan, row_count: chart.rows.length, has_terms, currency_code })
  if (choices.length > 0) {
    const message = `The plan was ordered without the choices it needs. ${choices.map((each) => each.message).join(" ")}`
    return refuse({ code: "needs_choices", message, details: { line_ids: [line.id], choices } })
  }
  const findings = [
    ...unsellable,
    ...eligibilityFindings(plan),
    ...priceFindings(line, chart.rows, currency_code),
  ]
  const units = Array.from({ length: line.quantity }, (_, index) => index + 1)
  const sales = units.map((unit) => ({ draft: plainDraft(line, unit, plan, order), is_new: true, findings }))
  return { sales, issues: [] }
}

/** The line costs what the chart says, or did before a sale price list. */
function priceFindings(
  line: OrderLine,
  rows: readonly ChartRowDraft[],
  currency_code: string
): SaleFinding[] {
  const amount = fromMinor(priceRows(rows, currency_code)[0]!.price_minor, currency_code)
  const full_price = line.compare_at_unit_price ?? line.unit_price
  if (sameAmount(full_price, amount, currency_code)) return []
  const message = "The price in the order is not the one of the published price chart."
  return [{ code: "quote_stale", message, details: { published: amount, ordered: full_price } }]
}

function plainDraft(line: OrderLine, unit: number, plan: PlanToSell, order: PlacedOrder): DraftToSell {
  const { currency_code, region_id, customer_id } = order
  const [row] = priceRows(plan.published_chart!.rows, currency_code)
  assert(row, "a plan without choices has one row")
  const amount = fromMinor(row.price_minor, currency_code)
  const { label, classification_id, required, tax_rate } = row
  return {
    id: plainDraftId(line.id, unit),
    ...{ cart_id: null, order_id: null, membership_id: null, override_reason: null },
    quote_id: `plain:${line.id}`,
    plan_id: plan.id,
    price_chart_id: plan.published_chart!.id,
    currency_code,
    region_id,
    location_id: saleLocation(plan.locations.sold_at, null),
    customer_id,
    ...{ starts_on: null, first_period: null },
    seats: [
      { row_position: 1, label, classification_id, sequence: 1, amount, tax_rate, required, member_id: null },
    ],
    signup_fee: 0,
    lines: [{ kind: "seat", row_position: 1, quantity: 1, unit_price: amount, tax_rate }],
    accepted_terms_id: null,
    accepted_terms_at: null,
    accepted_terms_by: null,
    checked_at: null,
  }
}

/** The draft that a line says it belongs to. */
export function draftIdOf(line: Pick<OrderLine, "metadata">): string | null {
  const id = line.metadata?.membership_draft_id
  return typeof id === "string" ? id : null
}

/** The lines of an order that are of a sale's seats; of a plain line, which of its units the sale is. */
export interface SeatLines {
  readonly lines: readonly OrderLine[]
  /** From 1. */
  readonly unit: number
  readonly units: number
}

/** Empty where the order's lines cannot be told. */
export function seatLinesOf(draft_id: string, all: readonly OrderLine[]): SeatLines {
  const named = all.filter(
    (line) => draftIdOf(line) === draft_id && line.metadata?.membership_line !== "signup_fee"
  )
  if (named.length > 0) return { lines: named, unit: 1, units: 1 }
  // A plain line is one sale for each unit of its quantity.
  const plain = all.find((line) => draft_id.startsWith(`msdr_${line.id}_`))
  if (!plain) return { lines: [], unit: 1, units: 1 }
  const unit = Number(draft_id.slice(`msdr_${plain.id}_`.length))
  return { lines: [plain], unit, units: plain.quantity }
}
