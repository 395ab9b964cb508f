import { readAmount, readPercent, writeAmount, writePercent } from "../amount-text"

const amount = (value: number) => ({ kind: "amount", amount: value })
const unreadable = (problem: string) => ({ kind: "unreadable", problem })
const blank = { kind: "blank" }

describe("prices as people type them", () => {
  it.each([
    ["49", "eur", amount(49), "without decimals"],
    ["49.5", "eur", amount(49.5), "a decimal point"],
    ["49,50", "eur", amount(49.5), "a decimal comma"],
    ["0", "eur", amount(0), "zero is a price"],
    ["0,00", "usd", amount(0), "zero with decimals"],
    ["", "eur", blank, "blank is missing"],
    ["  ", "eur", blank, "spaces are blank"],
    ["1.234,50", "eur", amount(1234.5), "German thousands"],
    ["1,234.50", "usd", amount(1234.5), "English thousands"],
    ["1 234,50 €", "eur", amount(1234.5), "pasted with its sign"],
    ["1.234.567", "eur", amount(1234567), "two groups can be nothing else"],
    ["1,000", "eur", unreadable("amount_decimals"), "a thousand or one: ask"],
    ["1.000", "usd", unreadable("amount_decimals"), "a thousand or one: ask"],
    ["1,500", "kwd", amount(1.5), "a currency of three decimals"],
    ["500", "jpy", amount(500), "a currency without decimals"],
    ["500.5", "jpy", unreadable("amount_decimals"), "no half yen"],
    ["-5", "eur", amount(-5), "read, so that the chart's rule can refuse it"],
    ["12.34.56", "eur", unreadable("amount_unreadable"), "no groups of three"],
    ["1,23.45", "eur", unreadable("amount_unreadable"), "no group of three"],
    ["free", "eur", unreadable("amount_unreadable"), "words"],
    ["1e3", "eur", unreadable("amount_unreadable"), "no powers"],
    [".", "eur", unreadable("amount_unreadable"), "no digit"],
    ["5.", "eur", amount(5), "while typing"],
  ])("CHART-4: %s in %s: %s", (text, currency_code, expected) => {
    expect(readAmount(text, currency_code)).toEqual(expected)
  })

  it("a percentage has any decimals, and blank is the platform's tax", () => {
    expect(readPercent("7,7 %")).toEqual(amount(7.7))
    expect(readPercent("19")).toEqual(amount(19))
    expect(readPercent("")).toEqual(blank)
    expect(readPercent("low")).toEqual(unreadable("amount_unreadable"))
  })

  it("amounts are written with the decimals of their currency, and read back as they were", () => {
    expect(writeAmount(49.5, "eur", ",")).toBe("49,50")
    expect(writeAmount(0, "usd", ".")).toBe("0.00")
    expect(writeAmount(500, "jpy", ",")).toBe("500")
    expect(writeAmount(1.5, "kwd", ".")).toBe("1.500")
    expect(readAmount(writeAmount(1.5, "kwd", ","), "kwd")).toEqual(amount(1.5))
    expect(readAmount(writeAmount(1234567.89, "eur", ","), "eur")).toEqual(amount(1234567.89))
    expect(writePercent(7.7, ",")).toBe("7,7")
  })
})
