import { t } from "../../memberships/seats/__tests__/fixtures"
import type { Format } from "../../text/use-format"
import { periodText } from "../charge-text"
import { lineHints, lineTitle } from "../detail/line-text"
import type { ChargeLine } from "../types"

const format = {
  day: (date: string) => date,
  days: (from: string, until: string) => `${from} to ${until}`,
  moment: (instant: string, zone: string) => `${instant} in ${zone}`,
  money: (amount: number, currency: string) => `${amount} ${currency}`,
} as Partial<Format> as Format
const words = { t, format }
const place = { currency_code: "eur", time_zone: "Europe/Berlin" }

const line = (own: Partial<ChargeLine> = {}): ChargeLine => ({
  ...({ key: "seat:1", kind: "seat", label: "Adult", sequence: 2, visit: null, prorated: null } as const),
  ...{ row_position: 1, repriced_from_row: null, amount: 30, discounts: [], taxes: null },
  ...{ tax_total: null, total: null },
  ...own,
})
const visit = { service_name: "Yoga", starts_at: "2027-04-03T16:00:00.000Z" }
const fine = line({ key: "fine:booking_1", kind: "fine", row_position: null, visit })

describe("the lines of a charge, in words", () => {
  it.each([
    ["a seat alone of its name", line(), true, "Adult"],
    ["one of several", line(), false, "billing.detail.line | Adult | 2"],
    ["a fee", line({ kind: "hold_fee" }), true, "Adult: billing.detail.holdFee"],
    ["a fine", fine, true, "Adult: billing.detail.fine"],
  ])("MONEY-3: %s", (_what, given, isAlone, title) => {
    expect(lineTitle(given, isAlone, words)).toBe(title)
  })

  it("CREDIT-4, MONEY-3: a fine tells of which visit it is, at its place's time, and of no row", () => {
    expect(lineHints(fine, place, words)).toEqual([
      "billing.detail.visit | Yoga | 2027-04-03T16:00:00.000Z in Europe/Berlin",
    ])
    expect(lineHints(line(), place, words)).toEqual(["billing.detail.row | 1"])
  })

  it("CREDIT-4: a fine is of the day of the visit, and dues of a period", () => {
    const day = { period_starts_on: "2027-04-03", period_ends_on: null }
    expect(periodText({ ...day, lines: [fine] }, words)).toBe("2027-04-03")
    expect(periodText({ ...day, lines: [line()] }, words)).toBe("billing.periodFrom | 2027-04-03")
    expect(periodText({ ...day, period_ends_on: "2027-05-03", lines: [line()] }, words)).toBe(
      "2027-04-03 to 2027-05-03"
    )
  })
})
