import { termWhenBoughtAgain } from "../repurchase"

describe("the term of a pack that was bought again", () => {
  const validity = { unit: "month", count: 3 } as const

  it.each([
    ["used up at once, it lasts from the payment", "2027-03-31", "2027-01-31", "2027-04-30"],
    ["paid on the last day", "2027-03-31", "2027-03-30", "2027-06-30"],
    ["paid late, after the end", "2027-03-31", "2027-04-12", "2027-07-12"],
    ["where staff had given it longer, the longer end stays", "2027-12-31", "2027-03-01", "2027-12-31"],
  ])("CREDIT-6, TERM-6: %s", (_what, sold_ends_on, paid_on, ends_on) => {
    expect(termWhenBoughtAgain({ sold_ends_on, validity, paid_on })).toBe(ends_on)
  })
})
