import {
  type CurrentMethod,
  lastDayOfCard,
  methodLabel,
  methodStatus,
  replacesMethod,
} from "../payment-methods"

describe("payment methods", () => {
  it.each([
    [12, 2027, "2027-12-31"],
    [2, 2028, "2028-02-29"],
    [4, 2027, "2027-04-30"],
    [13, 2027, null],
    [0, 2027, null],
  ])("REMIND-1: a card of %s/%s is good through %s", (exp_month, exp_year, last_on) => {
    expect(lastDayOfCard({ exp_month, exp_year })).toBe(last_on)
  })

  it.each([
    ["2027-11-30", "valid", "a month and a day before"],
    ["2027-12-01", "expiring", "thirty days before"],
    ["2027-12-31", "expiring", "its last day"],
    ["2028-01-01", "expired", "the day after"],
  ])("REMIND-1: on %s a card that is good through December 2027 is %s: %s", (today, status) => {
    expect(methodStatus("2027-12-31", today)).toBe(status)
  })

  it("REMIND-1: what names no day never expires", () => {
    expect(methodStatus(null, "2099-01-01")).toBe("valid")
  })

  it.each([
    [{ type: "card", brand: "visa", last4: "4242" }, "Visa •••• 4242"],
    [{ type: "card", brand: "amex", last4: "0005" }, "American Express •••• 0005"],
    [{ type: "sepa_debit", brand: null, last4: "3000" }, "SEPA •••• 3000"],
    [{ type: "paypal", brand: null, last4: null }, "Paypal"],
    [{ type: "card", brand: "visa", last4: "4242424242424242" }, "Visa •••• 4242"],
  ])("SALE-12: %j is called %s", (face, label) => {
    expect(methodLabel(face)).toBe(label)
  })

  const current: CurrentMethod = {
    ...{ provider_id: "pp_a", payment_method_id: "pm_1" },
    ...{ expires_on: "2027-12-31", is_failing: false },
  }
  const other = { provider_id: "pp_a", payment_method_id: "pm_2", is_chosen: false }
  const cases: [
    why: string,
    of: CurrentMethod | null,
    paid_with: typeof other,
    today: string,
    replaces: boolean,
  ][] = [
    ["there is none", null, other, "2027-03-01", true],
    ["the chosen one works", current, other, "2027-03-01", false],
    ["they chose so at checkout", current, { ...other, is_chosen: true }, "2027-03-01", true],
    ["the chosen one fails", { ...current, is_failing: true }, other, "2027-03-01", true],
    ["the chosen one expires today", current, other, "2027-12-31", false],
    ["the chosen one has expired", current, other, "2028-01-01", true],
    [
      "it is the chosen one",
      { ...current, is_failing: true },
      { ...current, is_chosen: true },
      "2027-03-01",
      false,
    ],
    [
      "the same id at another provider",
      current,
      { ...current, provider_id: "pp_b", is_chosen: true },
      "2027-03-01",
      true,
    ],
  ]
  it.each(cases)(
    "SALE-12: what paid at checkout replaces what pays renewals: %s",
    (_, of, paid_with, today, replaces) => {
      expect(replacesMethod(of, paid_with, today)).toBe(replaces)
    }
  )
})
