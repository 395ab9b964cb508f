import { defaultCurrencies } from "@medusajs/framework/utils"
import { displayCode, minorDigits } from "../currency"

describe("currencies", () => {
  it("MONEY-1: counts decimals as the platform does, for every currency that it has", () => {
    const platform = Object.entries(defaultCurrencies).map(([code, { decimal_digits }]) => [
      code,
      decimal_digits,
    ])
    expect(platform.length).toBeGreaterThan(100)
    expect(platform.map(([code]) => [code, minorDigits(String(code))])).toEqual(platform)
  })

  it.each([
    ["eur", 2, "lower case, as the platform stores it"],
    ["JPY", 0, "no smaller unit than the yen"],
    ["kwd", 3, "thousandths"],
    ["vuv", 0, "unknown to the platform: ISO says"],
    ["CLF", 4, "ISO has four at most"],
    ["XTS", 2, "the default"],
  ])("MONEY-1: %s has %i decimals: %s", (code, digits) => {
    expect(minorDigits(code)).toBe(digits)
  })

  it.each(["", "EU", "EURO", "€", "12A", " EUR"])("SAFE-1: refuses %j as a currency code", (code) => {
    const refusal = expect.objectContaining({
      code: "money_invalid",
      details: { field: "currency_code", currency_code: code },
    })
    expect(() => minorDigits(code)).toThrow(refusal)
    expect(() => displayCode(code)).toThrow(refusal)
  })
})
