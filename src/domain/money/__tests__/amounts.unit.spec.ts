import fc from "fast-check"
import { AMOUNT_MINOR_MAX, formatAmount, fromMinor, sumMinor, toMinor } from "../amounts"

const currencies = fc.constantFrom("eur", "JPY", "kwd", "CLF")
const amounts = fc.integer({ min: -AMOUNT_MINOR_MAX, max: AMOUNT_MINOR_MAX })

describe("amounts", () => {
  it.each<[number | string, string, number, string]>([
    // amount,   currency, minor,  why
    [49.9, "eur", 4990, "the platform's decimal"],
    ["49.90", "EUR", 4990, "as text"],
    ["49.9000", "EUR", 4990, "zeros beyond the decimals say nothing"],
    [0.29, "usd", 29, "0.29 × 100 is 28.999999999999996 in binary"],
    [1.005, "kwd", 1005, "thousandths"],
    [500, "jpy", 500, "no decimals"],
    ["500.00", "jpy", 500, "no decimals, written with zeros"],
    [-12.5, "eur", -1250, "a refund"],
    [0, "eur", 0, "zero is a price"],
    [-0, "eur", 0, "never a negative zero"],
    ["-0.00", "eur", 0, "nor as text"],
    ["9999999999999.99", "eur", AMOUNT_MINOR_MAX, "the largest"],
  ])("MONEY-1: %s %s is %i of its smallest unit: %s", (amount, currency, minor) => {
    expect(toMinor(amount, currency)).toBe(minor)
  })

  it.each<[number | string, string, string]>([
    [0.1 + 0.2, "eur", "a sum of binary floats"],
    [49.999, "eur", "more decimals than cents"],
    ["0.001", "eur", "less than a cent"],
    [0.5, "jpy", "half a yen"],
    [1.0001, "kwd", "more than thousandths"],
    [Number.NaN, "eur", "no number"],
    [Number.POSITIVE_INFINITY, "eur", "no amount"],
    ["", "eur", "nothing"],
    ["49,90", "eur", "a comma"],
    [" 49.90", "eur", "a space"],
    ["4e2", "eur", "scientific"],
    [1e21, "eur", "so large that it is written scientifically"],
    ["5.", "eur", "an unfinished decimal"],
    ["10000000000000.00", "eur", "a cent above the largest"],
    ["9".repeat(400), "eur", "beyond every number"],
  ])("MONEY-1: refuses %s %s, naming it: %s", (amount, currency_code) => {
    expect(() => toMinor(amount, currency_code)).toThrow(
      expect.objectContaining({ code: "money_invalid", details: { amount, currency_code } })
    )
    expect(() => toMinor(amount, currency_code, "fee")).toThrow(
      expect.objectContaining({ details: { field: "fee", amount, currency_code } })
    )
  })

  it("SAFE-1: a refusal names the field that it was sent as", () => {
    expect(() => toMinor(1.5, "jpy", "fee")).toThrow(
      expect.objectContaining({ details: { field: "fee", amount: 1.5, currency_code: "jpy" } })
    )
  })

  it.each([
    [4990, "eur", 49.9, "49.90 EUR"],
    [5, "usd", 0.05, "0.05 USD"],
    [-5, "usd", -0.05, "-0.05 USD"],
    [500, "jpy", 500, "500 JPY"],
    [-1500, "kwd", -1.5, "-1.500 KWD"],
    [0, "eur", 0, "0.00 EUR"],
  ])("MONEY-1: %i of %s is %d on the platform and reads %s", (minor, currency, decimal, text) => {
    expect(fromMinor(minor, currency)).toBe(decimal)
    expect(formatAmount(minor, currency)).toBe(text)
  })

  it("MONEY-1: an amount survives the platform's decimal, as number and as text", () => {
    fc.assert(
      fc.property(amounts, currencies, (minor, currency) => {
        expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor)
        expect(toMinor(formatAmount(minor, currency).slice(0, -4), currency)).toBe(minor)
      }),
      { numRuns: 2_000 }
    )
  })

  it("MONEY-1: refuses to hand out a decimal that would not come back, and takes a fraction for a bug", () => {
    expect(() => fromMinor(AMOUNT_MINOR_MAX + 1, "eur")).toThrow(
      expect.objectContaining({ code: "money_invalid" })
    )
    expect(() => fromMinor(0.5, "eur")).toThrow("Invariant broken")
    expect(() => formatAmount(Number.NaN, "eur")).toThrow("Invariant broken")
  })

  it("MONEY-1: sums exactly, in any order", () => {
    expect(sumMinor([])).toBe(0)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 50 }), (parts) => {
        const exact = Number(parts.reduce((sum, part) => sum + BigInt(part), 0n))
        expect(sumMinor(parts)).toBe(exact)
        expect(sumMinor([...parts].reverse())).toBe(exact)
      })
    )
  })

  it.each([[[0.5]], [[Number.NaN]], [[Number.MAX_SAFE_INTEGER, 1]]])(
    "MONEY-1: %j has no exact sum",
    (parts) => {
      expect(() => sumMinor(parts)).toThrow("Invariant broken")
    }
  )
})
