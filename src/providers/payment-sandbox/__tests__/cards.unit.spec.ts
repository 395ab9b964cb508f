import { readFileSync } from "node:fs"
import path from "node:path"
import { cardByNumber, faceOf, SANDBOX_CARDS, verdictOn } from "../cards"

/** The check digit of card numbers (ISO/IEC 7812): every second digit from the right counts twice. */
function hasCheckDigit(number: string): boolean {
  const digits = number.split("").reverse().map(Number)
  const counted = digits.map((digit, at) => (at % 2 ? digit * 2 - (digit > 4 ? 9 : 0) : digit))
  return counted.reduce((sum, digit) => sum + digit, 0) % 10 === 0
}

const named = (name: string) => SANDBOX_CARDS.find((card) => card.name === name)!

const BRANDS = { visa: "Visa", mastercard: "Mastercard" }

describe("the sandbox's test cards", () => {
  it("are those of docs/payment-sandbox.md", () => {
    const page = readFileSync(path.resolve(__dirname, "../../../../docs/payment-sandbox.md"), "utf8")
    const rows = page.split("\n").filter((line) => /^\| \d{4} /.test(line))
    const wanted = SANDBOX_CARDS.map(({ number, brand, exp_month, exp_year, does }) => {
      const spaced = number.replace(/(\d{4})(?=\d)/g, "$1 ")
      return `| ${spaced} | ${BRANDS[brand]} | ${exp_month}/${exp_year} | ${does} |`
    })
    expect(rows).toEqual(wanted)
  })

  it("have names and numbers of their own", () => {
    for (const key of ["name", "number"] as const)
      expect(new Set(SANDBOX_CARDS.map((card) => card[key])).size).toBe(SANDBOX_CARDS.length)
  })

  it.each(SANDBOX_CARDS.map(({ number, does }) => [number, does]))(
    "%s (%s) is a number that a form takes",
    (number) => {
      expect(number).toMatch(/^\d{16}$/)
      expect(hasCheckDigit(number)).toBe(true)
    }
  )

  it("are found by their number, spaced or not, and no other card is", () => {
    expect(cardByNumber("4242 4242-4242 4242")?.name).toBe("paid")
    expect(cardByNumber("4111111111111111")).toBeNull()
    expect(cardByNumber("")).toBeNull()
  })

  it("show brand, last digits and expiry, and never the number", () => {
    expect(faceOf("expired")).toEqual({ brand: "visa", last4: "0069", exp_month: 12, exp_year: 2020 })
  })

  it.each([
    // card,                    declined last, verdict
    ["paid", false, { kind: "paid" }],
    ["declined", false, { kind: "declined", code: "card_declined" }],
    ["declined", true, { kind: "declined", code: "card_declined" }],
    ["insufficient_funds_once", false, { kind: "declined", code: "insufficient_funds" }],
    ["insufficient_funds_once", true, { kind: "paid" }],
    ["expired", true, { kind: "declined", code: "expired_card" }],
    ["three_d_secure", true, { kind: "challenged" }],
    ["timeout_paid", false, { kind: "silent", takes_money: true }],
    ["timeout_unpaid", false, { kind: "silent", takes_money: false }],
    ["rate_limited", false, { kind: "failing", status: 429 }],
    ["bank_error", false, { kind: "failing", status: 500 }],
  ])("%s, declined at the last attempt: %s", (name, declined_last, verdict) => {
    expect(verdictOn(named(name), declined_last)).toEqual(verdict)
  })
})
