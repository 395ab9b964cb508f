import fc from "fast-check"
import { sumMinor } from "../../money/amounts"
import { duesOn } from "../../seats/dues"
import { held, seat } from "../../seats/__tests__/fixtures"
import type { Seat } from "../../seats/types"
import { type Charge, type ChargesInput, chargesOfPeriod, exhaustionKey, periodKey } from "../charges"
import { applyDiscounts, type Discount, netOf } from "../discounts"
import { withTax } from "../tax"

const policy = { effect: "skip_dues", reprice_remaining: false } as const
const DAY = "2027-03-01"
const charges = (seats: readonly Seat[], change: Partial<ChargesInput> = {}) =>
  chargesOfPeriod({
    ...{ seats, policy, purchaser_customer_id: "cus_anna", charged_hold_ids: new Set(), discounts: [] },
    period: {
      period_key: periodKey(2),
      starts_on: DAY,
      ends_on: "2027-04-01",
      due_at: "2027-02-28T23:00:00.000Z",
    },
    chart: { price_chart_id: "chart_1", chart_version: 3 },
    ...change,
  })
const percent = (value: number, cycles_left: number | null = null, id = `p${value}`): Discount => ({
  ...{ id, code: id.toUpperCase(), kind: "percent", value, cycles_left },
})
const fixed = (value: number, cycles_left: number | null = null, id = `f${value}`): Discount => ({
  ...{ id, code: null, kind: "fixed", value, cycles_left },
})
const prices = (...list: number[]) => list.map((price_minor, at) => seat(at + 1, { price_minor }))
const discountsOf = (of: readonly Charge[]) =>
  of.flatMap(({ lines }) =>
    lines.map(({ discounts }) => sumMinor(discounts.map((each) => each.amount_minor)))
  )

describe("discounts of a charge", () => {
  const cases: [
    why: string,
    seats: Seat[],
    discounts: Discount[],
    off: number[],
    cycles: (number | null)[],
  ][] = [
    [
      "a percentage of the whole, rounded once",
      prices(999, 999, 999),
      [percent(10)],
      [100, 100, 100],
      [null],
    ],
    ["a fixed one by what each line costs", prices(1000, 3000), [fixed(1000, 2)], [250, 750], [1]],
    ["never below zero", prices(300, 0), [fixed(1000, 1)], [300, 0], [0]],
    [
      "in order, each from what is left",
      prices(1000),
      [percent(50), fixed(100), percent(50)],
      [800],
      [null, null, null],
    ],
    ["the other way round", prices(1000), [fixed(100), percent(50)], [550], [null, null]],
    [
      "one that finds nothing keeps its cycle",
      prices(1000),
      [percent(100, 3), fixed(100, 2)],
      [1000],
      [2, 2],
    ],
    ["used up takes nothing off", prices(1000), [percent(50, 0)], [0], [0]],
    ["nobody pays", [], [percent(50, 2)], [], [2]],
  ]
  it.each(cases)("SALE-10: %s", (_, seats, discounts, off, cycles) => {
    const result = charges(seats, { discounts })
    expect(discountsOf(result.charges)).toEqual(off)
    expect(result.discounts.map(({ cycles_left }) => cycles_left)).toEqual(cycles)
  })

  it("SALE-10: never lowers a hold fee", () => {
    const seats = [seat(1, { holds: [{ ...held("2027-02-20"), fee_minor: 700 }] }), seat(2)]
    const { charges: made, charged_hold_ids } = charges(seats, { discounts: [percent(100)] })
    expect(discountsOf(made)).toEqual([1000, 0])
    expect(made[0]).toMatchObject({ subtotal_minor: 1700, discount_minor: 1000 })
    expect(charged_hold_ids).toEqual(["2027-02-20"])
  })

  it("MONEY-3: each line names the discounts that it has, in order", () => {
    const [charge] = charges(prices(1000), { discounts: [percent(25, 1, "spring"), fixed(50)] }).charges
    expect(charge!.lines[0]!.discounts).toEqual([
      { discount_id: "spring", code: "SPRING", amount_minor: 250 },
      { discount_id: "f50", code: null, amount_minor: 50 },
    ])
  })
})

describe("the charges of a period", () => {
  it("SEAT-4: one for each payer, and a seat without one is the purchaser's", () => {
    const seats = [
      seat(1, { payer_customer_id: "cus_anna" }),
      seat(2, { payer_customer_id: "cus_ben", price_minor: 700 }),
      seat(3, { payer_customer_id: null, price_minor: 300 }),
    ]
    const { charges: made } = charges(seats)
    expect(
      made.map(({ payer_key, payer_customer_id, subtotal_minor }) => [
        payer_key,
        payer_customer_id,
        subtotal_minor,
      ])
    ).toEqual([
      ["cus_anna", "cus_anna", 1300],
      ["cus_ben", "cus_ben", 700],
    ])
    expect(made[0]).toMatchObject({ period_key: "period:2", price_chart_id: "chart_1", chart_version: 3 })
    const guest = charges([seat(1)], { purchaser_customer_id: null }).charges
    expect(guest.map(({ payer_key, payer_customer_id }) => [payer_key, payer_customer_id])).toEqual([
      ["purchaser", null],
    ])
  })

  it("CREDIT-6: a pack that was used up is charged under the grant that it used up", () => {
    const period = {
      period_key: exhaustionKey("grant_1"),
      starts_on: DAY,
      ends_on: null,
      due_at: "2027-03-01T10:00:00.000Z",
    }
    expect(charges(prices(900), { period }).charges).toMatchObject([
      { period_key: "exhausted:grant_1", due_at: "2027-03-01T10:00:00.000Z", subtotal_minor: 900 },
    ])
  })

  it("CREDIT-6: a charge of zero exists, and nobody's period has none", () => {
    expect(charges(prices(0)).charges).toMatchObject([{ subtotal_minor: 0 }])
    expect(charges(prices(500), { discounts: [percent(100)] }).charges).toMatchObject([
      { discount_minor: 500 },
    ])
    const away = charges([seat(1, { holds: [held(DAY)] })])
    expect(away.charges).toEqual([])
    expect(away.skipped).toMatchObject([{ seat_id: "s1", reason: "hold" }])
  })

  const amounts = fc.integer({ min: 0, max: 1_000_000 })
  const payers = fc.constantFrom(null, "cus_anna", "cus_ben", "cus_cleo")
  const seatList = fc
    .array(fc.record({ price_minor: amounts, payer_customer_id: payers }), { maxLength: 12 })
    .map((list) => list.map((each, at) => seat(at + 1, each)))
  const discountList = fc
    .array(
      fc.oneof(
        fc.record({
          kind: fc.constant("percent" as const),
          value: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
        }),
        fc.record({ kind: fc.constant("fixed" as const), value: amounts })
      ),
      { maxLength: 4 }
    )
    .map((list) => list.map((each, at): Discount => ({ ...each, id: `d${at}`, code: null, cycles_left: 3 })))

  it("MONEY-2: payers share lines and discounts without losing a unit, and nobody goes below zero", () => {
    fc.assert(
      fc.property(seatList, discountList, (seats, discounts) => {
        const { charges: made, discounts: after } = charges(seats, { discounts })
        const alone = charges(
          seats.map((each) => ({ ...each, payer_customer_id: null })),
          { discounts }
        )
        const sum = (of: readonly Charge[], what: "subtotal_minor" | "discount_minor") =>
          sumMinor(of.map((each) => each[what]))
        expect(sum(made, "subtotal_minor")).toBe(duesOn(seats, DAY, policy))
        expect(sum(made, "discount_minor")).toBe(sum(alone.charges, "discount_minor"))
        expect(made.flatMap(({ lines }) => lines).every((line) => netOf(line) >= 0)).toBe(true)
        expect(new Set(made.map(({ payer_key }) => payer_key)).size).toBe(made.length)
        after.forEach(({ id, cycles_left }) => {
          const used = made.some(({ lines }) =>
            lines.some((line) => line.discounts.some((each) => each.discount_id === id))
          )
          expect(cycles_left).toBe(used ? 2 : 3)
        })
      })
    )
  })

  it("SALE-10: a fixed discount takes exactly its value where that much is there", () => {
    fc.assert(
      fc.property(seatList, amounts, (seats, value) => {
        const lines = charges(seats).charges.flatMap((each) => each.lines)
        const before = sumMinor(lines.map((line) => line.amount_minor))
        const after = sumMinor(applyDiscounts(lines, [fixed(value)]).lines.map(netOf))
        expect(before - after).toBe(Math.min(value, before))
      })
    )
  })

  const vat = (rate: number) => ({ code: `vat${rate}`, name: "VAT", rate })
  const taxed = (
    seats: readonly Seat[],
    rates: readonly number[],
    is_tax_inclusive: boolean,
    discounts: Discount[] = []
  ) => {
    const [charge] = charges(seats, { discounts }).charges
    const by_line = new Map(charge!.lines.map(({ key }) => [key, rates.map(vat)]))
    return withTax(charge!, { rates: by_line, is_tax_inclusive })
  }

  const taxes: [why: string, of: ReturnType<typeof taxed>, tax: number, total: number, parts: number[]][] = [
    ["on top", taxed(prices(1000), [19], false), 190, 1190, [190]],
    ["within", taxed(prices(1190), [19], true), 190, 1190, [190]],
    ["rounded once, not line by line", taxed(prices(3, 3, 3), [19], false), 2, 11, [1, 1, 0]],
    ["a half goes up", taxed(prices(10), [5], false), 1, 11, [1]],
    ["two rates add up", taxed(prices(10000), [5, 9.975], false), 1498, 11498, [1498]],
    ["two rates within", taxed(prices(11498), [5, 9.975], true), 1498, 11498, [1498]],
    ["on what a discount leaves", taxed(prices(1000), [20], false, [percent(50)]), 100, 600, [100]],
    [
      "the chart's own rate stands for the platform's",
      taxed([seat(1, { tax_rate: 7 })], [19], false),
      70,
      1070,
      [70],
    ],
    ["none", taxed(prices(1000), [], false), 0, 1000, [0]],
  ]
  it("SALE-10, SEAT-8: a discount lowers the seats of its sale alone, and keeps its cycle where none of them pays", () => {
    const lines = ["s1", "s2", "s3"].map((seat_id) => ({
      kind: "seat" as const,
      seat_id,
      amount_minor: 1000,
    }))
    const half: Discount = {
      ...{ id: "d1", code: "HALF", kind: "percent", value: 50, cycles_left: 2 },
      seat_ids: ["s1", "s2"],
    }
    const fixed: Discount = {
      id: "d2",
      code: "OFF",
      kind: "fixed",
      value: 300,
      cycles_left: null,
      seat_ids: ["s3"],
    }
    const { lines: lowered, discounts } = applyDiscounts(lines, [half, fixed])
    expect(lowered.map(netOf)).toEqual([500, 500, 700])
    expect(discounts.map(({ cycles_left }) => cycles_left)).toEqual([1, null])
    const gone = applyDiscounts(lines.slice(2), [half])
    expect([gone.lines.map(netOf), gone.discounts[0]!.cycles_left]).toEqual([[1000], 2])
  })

  it.each(taxes)("MONEY-3: tax %s", (_, { tax_minor, total_minor, lines }, tax, total, parts) => {
    expect([tax_minor, total_minor, lines.map((line) => line.tax_minor)]).toEqual([tax, total, parts])
  })

  it("MONEY-2: the tax of the lines sums to the tax of the charge, within half a unit of the exact one", () => {
    const rate = fc.integer({ min: 0, max: 30_000 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(
        seatList.filter((list) => list.length > 0),
        rate,
        fc.boolean(),
        discountList,
        (seats, each, inclusive, discounts) => {
          const own = seats.map((one) => ({ ...one, payer_customer_id: null }))
          const { lines, tax_minor, total_minor, subtotal_minor, discount_minor } = taxed(
            own,
            [each],
            inclusive,
            discounts
          )
          const net = subtotal_minor - discount_minor
          const exact = inclusive ? (net * each) / (100 + each) : (net * each) / 100
          expect(sumMinor(lines.map((line) => line.tax_minor))).toBe(tax_minor)
          expect(Math.abs(tax_minor - exact)).toBeLessThan(0.501)
          expect(total_minor).toBe(inclusive ? net : net + tax_minor)
        }
      )
    )
  })
})
