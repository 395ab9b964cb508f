import { seat } from "../../seats/__tests__/fixtures"
import { applyDiscounts } from "../discounts"
import { exhaustionKey, periodKey } from "../charges"
import { type FineInput, fineCharge, fineKey, paysForNoPeriod } from "../fines"
import { withTax } from "../tax"

const visit = { service_id: "msvc_1", service_name: "Yoga", starts_at: "2027-03-02T23:30:00.000Z" }
const input = (change: Partial<FineInput> = {}): FineInput => ({
  ...{ booking_key: "tuesday", fine_minor: 1250, visit, seat: seat(2), purchaser_customer_id: "cus_buyer" },
  ...{ chart: { price_chart_id: "chart_1", chart_version: 3 }, zone: "Europe/Berlin" },
  now: "2027-03-03T08:00:00.000Z",
  ...change,
})

describe("the fine for a missed visit", () => {
  it("CREDIT-4, MONEY-3: is one line that names the visit, due at once, on the visit's local day and for no period", () => {
    expect(fineCharge(input())).toMatchObject({
      ...{ period_key: "fine:tuesday", starts_on: "2027-03-03", ends_on: null },
      ...{ due_at: "2027-03-03T08:00:00.000Z", subtotal_minor: 1250, discount_minor: 0 },
      ...{ price_chart_id: "chart_1", chart_version: 3 },
      lines: [
        { key: "fine:tuesday", kind: "fine", visit, seat_id: "s2", row_position: null, amount_minor: 1250 },
      ],
    })
  })

  it.each([
    ["cus_payer", "cus_buyer", "cus_payer", "cus_payer"],
    [null, "cus_buyer", "cus_buyer", "cus_buyer"],
    [null, null, null, "purchaser"],
  ])(
    "CREDIT-4, SEAT-4: the payer %s of what %s bought: %s pays",
    (payer_customer_id, buyer, who, payer_key) => {
      const fined = fineCharge(input({ seat: seat(2, { payer_customer_id }), purchaser_customer_id: buyer }))
      expect([fined.payer_customer_id, fined.payer_key]).toEqual([who, payer_key])
    }
  )

  it("CREDIT-4, SALE-10: no discount lowers it; the platform's tax comes on top", () => {
    const { lines } = fineCharge(input())
    const half = { id: "d1", code: null, kind: "percent", value: 50, cycles_left: 1 } as const
    expect(applyDiscounts(lines, [half])).toMatchObject({ lines: [{ discounts: [] }], discounts: [half] })
    const rates = new Map([["fine:tuesday", [{ code: "vat", name: "VAT", rate: 19 }]]])
    expect(withTax(fineCharge(input()), { rates, is_tax_inclusive: false })).toMatchObject({
      ...{ tax_minor: 238, total_minor: 1488 },
    })
  })

  it("CREDIT-4: its key tells what kind of charge it is", () => {
    const kinds = [fineKey("b1"), periodKey(1), exhaustionKey("grant_1")].map((period_key) =>
      paysForNoPeriod({ period_key })
    )
    expect(kinds).toEqual([true, false, false])
  })

  it("a fine of nothing is a mistake of whoever asks for it", () => {
    expect(() => fineCharge(input({ fine_minor: 0 }))).toThrow("more than zero")
  })
})
