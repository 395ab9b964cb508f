import { amountsOf, isAmount, recordOf, wrongAmounts } from "../money"

describe("amounts as they are typed", () => {
  it.each([
    // typed,     code,  amount,  why
    ["49.50", "eur", 49.5, "a decimal point"],
    ["49,50", "eur", 49.5, "a decimal comma"],
    [" 12 ", "eur", 12, "spaces around it"],
    ["0", "eur", 0, "zero is an amount"],
    ["1.500", "kwd", 1.5, "three decimals where the currency has them"],
    ["500", "jpy", 500, "no decimals"],
    ["1,234.50", "eur", 1234.5, "thousands before decimals can be nothing else"],
    ["1.234,50", "eur", 1234.5, "and the other way round"],
  ])("MONEY-1: %s %s is %d: %s", (typed, code, amount) => {
    expect(amountsOf({ [code]: typed })).toEqual([{ currency_code: code, amount }])
  })

  it.each([
    // typed,     code,  why
    ["-1", "eur", "below zero"],
    ["4.999", "eur", "more decimals than the currency has"],
    ["5.5", "jpy", "a currency without decimals"],
    ["ten", "eur", "no number"],
    ["1e3", "eur", "no plain decimal"],
  ])("MONEY-1: %s %s is no amount: %s", (typed, code) => {
    expect(isAmount(typed, code)).toBe(false)
    expect(wrongAmounts({ [code]: typed })).toEqual([code])
    expect(amountsOf({ [code]: typed })).toEqual([])
  })

  it("leaves out what is blank, and what the form does not show", () => {
    expect(amountsOf({ eur: "5", usd: "", gbp: "  " })).toEqual([{ currency_code: "eur", amount: 5 }])
    expect(amountsOf({ eur: "5", usd: "6" }, ["usd"])).toEqual([{ currency_code: "usd", amount: 6 }])
    expect(wrongAmounts({ eur: "x", usd: "6" }, ["usd"])).toEqual([])
  })
})

describe("amounts as they are shown in a form", () => {
  it("has a field for each currency, with the decimals of it", () => {
    const amounts = [
      { currency_code: "EUR", amount: 49.5 },
      { currency_code: "jpy", amount: 500 },
    ]
    expect(recordOf(amounts, ["eur", "usd", "jpy"])).toEqual({ eur: "49.50", usd: "", jpy: "500" })
    expect(recordOf(amounts, [], ",")).toEqual({ eur: "49,50", jpy: "500" })
    expect(recordOf(null, ["eur"])).toEqual({ eur: "" })
  })

  it("gives back what it was given", () => {
    const amounts = [
      { currency_code: "eur", amount: 0.1 },
      { currency_code: "kwd", amount: 1.001 },
    ]
    expect(amountsOf(recordOf(amounts, ["usd"], ","))).toEqual(amounts)
  })
})

it.each([
  ["1,000", "eur", false],
  ["1.000", "eur", false],
  ["1,000", "kwd", true],
  ["49,5", "eur", true],
])("MONEY-1: %s %s is an amount: %s", (typed, currency_code, expected) => {
  expect(isAmount(typed, currency_code)).toBe(expected)
})
