import { chargesOfPromotion, keptDiscounts, takenOff, takenOffSale } from "../kept-discounts"

const lowered = (discount: string, ...discounts: [string, string][]) => ({
  discount,
  discounts: discounts.map(([code, amount]) => ({ code, amount })),
})

describe("promotions on memberships", () => {
  it.each<[Record<string, unknown> | null | undefined, number | null, string]>([
    [undefined, 1, "nobody has said"],
    [null, 1, "nobody has said"],
    [{}, 1, "nobody has said"],
    [{ membership_charges: 3 }, 3, "three"],
    [{ membership_charges: "3" }, 3, "three, as text"],
    [{ membership_charges: "forever" }, null, "for ever"],
    [{ membership_charges: 0 }, 1, "none makes no sense"],
    [{ membership_charges: 2.5 }, 1, "no whole number"],
    [{ membership_charges: "always" }, 1, "no word of ours"],
    [{ membership_charges: 1000 }, 1, "more than anybody means"],
  ])("SALE-10: with the metadata %j it lowers %s charges: %s", (metadata, charges, _why) => {
    expect(chargesOfPromotion(metadata)).toBe(charges)
  })

  const PROMOTIONS = [
    { code: "FIRST", percent: 50, fixed_minor: null, charges: 1 },
    { code: "THREE", percent: 10, fixed_minor: null, charges: 3 },
    { code: "FLAT", percent: null, fixed_minor: 500, charges: null },
  ]

  it("SALE-10: keeps those that lowered its seats and last, in their order, with what they have left", () => {
    const taken = [
      { code: "FLAT", amount_minor: 300 },
      { code: "FIRST", amount_minor: 2500 },
      { code: "THREE", amount_minor: 470 },
      { code: "FLAT", amount_minor: 200 },
      { code: "GONE", amount_minor: 99 },
    ]
    expect(keptDiscounts(PROMOTIONS, taken)).toEqual([
      { code: "FLAT", kind: "fixed", value: 500, cycles_left: null },
      { code: "THREE", kind: "percent", value: 10, cycles_left: 2 },
    ])
    expect(keptDiscounts(PROMOTIONS, [{ code: "THREE", amount_minor: 0 }])).toEqual([])
  })

  it.each([
    [161, 161, 500, "it took all that there was: the whole amount is kept"],
    [161, 1600, 161, "it took its part of what stood in the cart"],
    [161, null, 161, "a full period"],
  ])("SALE-10, BILL-7: of %i off a first period of %s it keeps %i: %s", (taken, short, kept, _why) => {
    expect(keptDiscounts(PROMOTIONS, [{ code: "FLAT", amount_minor: taken }], short)).toMatchObject([
      { kind: "fixed", value: kept },
    ])
  })

  it.each([
    ["one", lowered("4.7", ["THREE", "4.7"]), [470]],
    [
      "two, split by their amounts to the smallest unit",
      lowered("10.01", ["A", "1"], ["B", "1"]),
      [501, 500],
    ],
    ["before tax where prices are so", lowered("8.40", ["A", "10"]), [840]],
    ["nothing taken", lowered("0", ["A", "0"]), []],
    ["none", lowered("0"), []],
  ])("SALE-10, MONEY-2: what each took off a line: %s", (_what, line, amounts) => {
    expect(takenOff(line, "eur").map(({ amount_minor }) => amount_minor)).toEqual(amounts)
  })

  it("SALE-10: a plain line of several units gives each sale its part", () => {
    const line = {
      id: "l",
      variant_id: "v",
      quantity: 3,
      unit_price: 10,
      compare_at_unit_price: null,
      metadata: null,
    }
    const lines = [{ ...line, lowered: lowered("1.00", ["A", "1.00"]) }]
    const parts = [1, 2, 3].map((unit) => takenOffSale({ lines, unit, units: 3 }, "eur")[0]!.amount_minor)
    expect(parts).toEqual([34, 33, 33])
  })
})
