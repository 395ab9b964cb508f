import fc from "fast-check"
import { quoteSeats } from "../../charts/quote"
import { compileChart } from "../../charts/compile"
import { row } from "../../charts/__tests__/fixtures"
import { fromMinor, toMinor } from "../../money/amounts"
import { roundToMinor } from "../../money/rounding"
import { saleLines } from "../lines"
import { buildQuote, type LineTotals, type QuoteContent } from "../quote"

const CURRENCIES = ["eur", "jpy", "kwd"] as const

/** What the platform computes for a line, unrounded, as decimal text; good enough for a property over rounding. */
function platformTotals(
  amount: number,
  percent: number,
  discount_percent: number,
  inclusive: boolean
): LineTotals {
  const scale = 1_000_000n
  const gross = BigInt(Math.round(amount * 1000)) * (scale / 1000n)
  const discount = (gross * BigInt(discount_percent)) / 100n
  const net = gross - discount
  const tax = inclusive ? net - (net * 100n) / BigInt(100 + percent) : (net * BigInt(percent)) / 100n
  const text = (value: bigint) => {
    const digits = value.toString().padStart(7, "0")
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`
  }
  return {
    discount: text(discount),
    tax: text(tax),
    total: text(inclusive ? net : net + tax),
    discounts: discount_percent ? [{ code: "SALE", amount: text(discount) }] : [],
    taxes: [{ code: "vat", name: "VAT", rate: percent }],
  }
}

const arbitraryQuote = fc
  .record({
    currency: fc.constantFrom(...CURRENCIES),
    prices: fc.array(fc.integer({ min: 0, max: 500_000 }), { minLength: 2, maxLength: 6 }),
    unlimited: fc.boolean(),
    seats: fc.integer({ min: 2, max: 40 }),
    fee: fc.integer({ min: 0, max: 10_000 }),
    percent: fc.integer({ min: 0, max: 25 }),
    discount: fc.integer({ min: 0, max: 100 }),
    inclusive: fc.boolean(),
  })
  .map(({ currency, prices, unlimited, seats, fee, percent, discount, inclusive }) => {
    const rows = prices.map((price_minor, index) =>
      row({ position: index + 1, price_minor, unlimited: unlimited && index === prices.length - 1 })
    )
    const count = unlimited ? seats : Math.min(seats, prices.length)
    const quote = quoteSeats(compileChart(rows), [{ classification_id: null, count }], { audience: "shared" })
    const chosen = { ...quote, seats: quote.seats.map((seat) => ({ ...seat, member_id: null })) }
    const lines = saleLines(chosen.seats, fee)
    const totals = lines.map((line) =>
      platformTotals(fromMinor(line.unit_price_minor, currency) * line.quantity, percent, discount, inclusive)
    )
    return buildQuote({
      chosen,
      lines,
      totals,
      renewals: [],
      currency_code: currency,
      is_tax_inclusive: inclusive,
      chart: { id: "mchart_1", version: 3 },
    })
  })

const minor = (quote: QuoteContent, amounts: readonly number[]) =>
  amounts.reduce((sum, amount) => sum + toMinor(amount, quote.currency_code), 0)

describe("a quote", () => {
  it("MONEY-2: its parts sum to its total, for any chart, any legal counts, discounts and taxes", () => {
    fc.assert(
      fc.property(arbitraryQuote, (quote) => {
        const seats = minor(
          quote,
          quote.seats.map((seat) => seat.amount)
        )
        const fee = minor(quote, [quote.signup_fee])
        const discount = minor(quote, [quote.discount_total])
        const tax = quote.is_tax_inclusive ? 0 : minor(quote, [quote.tax_total])
        expect(seats + fee - discount + tax).toBe(minor(quote, [quote.total]))
        expect(
          minor(
            quote,
            quote.lines.map((line) => line.total)
          )
        ).toBe(minor(quote, [quote.total]))
        expect(
          minor(
            quote,
            quote.lines.map((line) => line.discount_total)
          )
        ).toBe(discount)
        expect(
          minor(
            quote,
            quote.lines.map((line) => line.tax_total)
          )
        ).toBe(minor(quote, [quote.tax_total]))
      })
    )
  })

  it("MONEY-3: every line says which chart version and row, discount and tax made it", () => {
    fc.assert(
      fc.property(arbitraryQuote, (quote) => {
        for (const line of quote.lines) {
          expect(line.chart_version).toBe(line.kind === "seat" ? 3 : null)
          expect(line.taxes).toHaveLength(1)
          const discounts = minor(
            quote,
            line.discounts.map((each) => each.amount)
          )
          expect(discounts).toBe(line.discounts.length ? minor(quote, [line.discount_total]) : 0)
        }
      })
    )
  })

  it("MONEY-2: the tax of a line is shared by its seats without losing a unit", () => {
    fc.assert(
      fc.property(arbitraryQuote, (quote) => {
        for (const line of quote.lines.filter((each) => each.kind === "seat")) {
          const seats = quote.seats.filter((seat) => seat.row_position === line.row_position)
          expect(seats).toHaveLength(line.quantity)
          expect(
            minor(
              quote,
              seats.map((seat) => seat.tax_amount)
            )
          ).toBe(minor(quote, [line.tax_total]))
        }
      })
    )
  })
})

describe("sale lines", () => {
  it("SALE-2: 200 seats on an unlimited row are one line", () => {
    const rows = [
      row({ position: 1, price_minor: 100 }),
      row({ position: 2, price_minor: 90, unlimited: true }),
    ]
    const { seats } = quoteSeats(compileChart(rows), [{ classification_id: null, count: 200 }], {
      audience: "corporate",
    })
    const lines = saleLines(
      seats.map((seat) => ({ ...seat, member_id: null })),
      0
    )
    expect(lines.map(({ row_position, quantity }) => [row_position, quantity])).toEqual([
      [1, 1],
      [2, 199],
    ])
  })

  it("PLAN-15: the signup fee is one line of its own, at the end, and absent when there is none", () => {
    const seats = quoteSeats(
      compileChart([row({ position: 1, price_minor: 100 })]),
      [{ classification_id: null, count: 1 }],
      {
        audience: "individual",
      }
    ).seats.map((seat) => ({ ...seat, member_id: null }))
    expect(saleLines(seats, 990).at(-1)).toMatchObject({
      kind: "signup_fee",
      quantity: 1,
      unit_price_minor: 990,
    })
    expect(saleLines(seats, 0)).toHaveLength(1)
  })
})

describe("rounding", () => {
  it.each([
    // amount,    currency, expected, why
    ["11.381", "eur", 1138, "below half goes down"],
    ["11.385", "eur", 1139, "a half goes away from zero"],
    ["-11.385", "eur", -1139, "also below zero"],
    ["0.5", "jpy", 1, "a currency without decimals"],
    ["1.2344", "kwd", 1234, "a currency with three"],
    ["7", "eur", 700, "whole amounts"],
  ])("MONEY-1: %s %s is %i: %s", (amount, currency, expected) => {
    expect(roundToMinor(amount, currency)).toBe(expected)
  })
})
