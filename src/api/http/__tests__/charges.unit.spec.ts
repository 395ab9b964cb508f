import { chargeOf, type ChargeRow, columnsOf } from "../charges"

const line = {
  ...{
    key: "seat:1",
    kind: "seat",
    seat_id: "mseat_1",
    position: 1,
    label: "Adult",
    classification_id: null,
  },
  ...{ sequence: 1, row_position: 1, repriced_from_row: null, hold_id: null, payer_customer_id: null },
  ...{ amount_minor: 11_900, tax_rate: null, discounts: [], tax_minor: 1_900 },
}
const stored: Record<string, unknown> = {
  ...{ id: "mchg_1", membership_id: "mship_1", payer_customer_id: "cus_1", currency_code: "eur" },
  ...{ is_tax_inclusive: true, total_minor: "11900", lines: [line] },
}

/** What a request for these fields is answered, as the database gives just the columns that it is asked for. */
function answerOf(fields: string[]): Record<string, unknown> {
  const row = Object.fromEntries(columnsOf(fields).map((column) => [column, stored[column]]))
  return chargeOf(row as ChargeRow)
}

describe("a charge as it goes out", () => {
  it.each([[["id", "lines"]], [["id", "lines", "total", "is_tax_inclusive"]]])(
    "MONEY-3: a line's total holds the tax that its price includes, whatever fields are asked for: %j",
    (fields) => {
      expect(answerOf(fields).lines).toMatchObject([{ amount: 119, tax_total: 19, total: 119 }])
    }
  )

  it("MONEY-1: amounts are decimals under the names of the contract", () => {
    const answer = answerOf(["total"])
    expect(answer).toMatchObject({ total: 119 })
    expect(Object.keys(answer)).not.toContain("total_minor")
  })
})
