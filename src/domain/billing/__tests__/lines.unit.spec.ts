import fc from "fast-check"
import { sumMinor } from "../../money/amounts"
import { duesOn } from "../../seats/dues"
import { ends, held, seat } from "../../seats/__tests__/fixtures"
import type { Seat } from "../../seats/types"
import { addDays } from "../../time/calendar"
import { linesOfPeriod } from "../lines"

const DAY = "2027-03-01"
const none = new Set<string>()
const skip = { effect: "skip_dues", reprice_remaining: false } as const
const extend = { effect: "extend", reprice_remaining: false } as const
const reprice = { effect: "skip_dues", reprice_remaining: true } as const
const of = (
  seats: readonly Seat[],
  policy: typeof skip | typeof extend | typeof reprice = skip,
  charged = none
) => linesOfPeriod({ seats, day: DAY, policy, charged_hold_ids: charged })
const amounts = (seats: readonly Seat[], policy?: Parameters<typeof of>[1]) =>
  of(seats, policy).lines.map(({ key, amount_minor }) => [key, amount_minor])
const fee = (starts_on: string, resumes_on: string | null, fee_minor = 500) => ({
  ...held(starts_on, resumes_on),
  fee_minor,
})

describe("the lines of a period", () => {
  it("MONEY-3: a line says which seat, which row, what price, which tax and who pays", () => {
    const child = seat(3, {
      ...{ classification_id: "child", sequence: 2, label: "Child 2", row_position: 5 },
      ...{ price_minor: 990, tax_rate: 7, payer_customer_id: "c1" },
    })
    expect(of([child]).lines).toEqual([
      {
        ...{ key: "seat:s3", kind: "seat", seat_id: "s3", position: 3, label: "Child 2" },
        ...{ classification_id: "child", sequence: 2, row_position: 5, repriced_from_row: null },
        ...{ hold_id: null, amount_minor: 990, tax_rate: 7, payer_customer_id: "c1" },
      },
    ])
  })

  const cases: [why: string, seats: Seat[], policy: Parameters<typeof of>[1], keys: string[]][] = [
    ["SEAT-6: an empty seat is paid", [seat(1, { member_id: null })], skip, ["seat:s1"]],
    [
      "CANCEL-2: none from the first day without it",
      [seat(1, { cancellation: ends(DAY) }), seat(2)],
      skip,
      ["seat:s2"],
    ],
    [
      "CANCEL-2: the last day with it is paid",
      [seat(1, { cancellation: ends("2027-03-02") })],
      skip,
      ["seat:s1"],
    ],
    [
      "SEAT-8: none before it begins, nor for the period that its sale paid for",
      [
        seat(1, { starts_on: "2027-03-02" }),
        seat(2, { starts_on: "2027-02-28" }),
        seat(3, { starts_on: DAY }),
      ],
      skip,
      ["seat:s2"],
    ],
    [
      "HOLD-8: a hold that starts on the billing day skips it",
      [seat(1, { holds: [held(DAY)] }), seat(2)],
      skip,
      ["seat:s2"],
    ],
    [
      "HOLD-4: the first day back is paid",
      [seat(1, { holds: [held("2027-02-01", DAY)] })],
      skip,
      ["seat:s1"],
    ],
    [
      "HOLD-4: where holds extend, a seat on hold beside others pays",
      [seat(1, { holds: [held(DAY)] }), seat(2)],
      extend,
      ["seat:s1", "seat:s2"],
    ],
    [
      "HOLD-4: a payment holiday skips dues there too",
      [seat(1, { holds: [held(DAY, null, "h", "payment_holiday")] })],
      extend,
      [],
    ],
    ["BILL-2: in the order of their positions", [seat(2), seat(1)], skip, ["seat:s1", "seat:s2"]],
  ]
  it.each(cases)("%s", (_, seats, policy, keys) => {
    expect(of(seats, policy).lines.map(({ key }) => key)).toEqual(keys)
  })

  it("BILL-9: says whose dues are skipped, and why", () => {
    const seats = [
      seat(1, { holds: [held("2027-02-01", null, "a")] }),
      seat(2, { holds: [held("2027-02-01", null, "b", "payment_holiday")] }),
    ]
    expect(of(seats).skipped).toEqual([
      { seat_id: "s1", reason: "hold", hold_id: "a" },
      { seat_id: "s2", reason: "payment_holiday", hold_id: "b" },
    ])
  })

  it("HOLD-5: the remaining seats take the first rows of their classification, and the line says so", () => {
    const seats = [
      seat(1, { price_minor: 5000, holds: [held("2027-02-01")] }),
      seat(2, { price_minor: 4000, tax_rate: 7 }),
      seat(3, { price_minor: 3000 }),
      seat(4, { price_minor: 900, classification_id: "child", sequence: 1 }),
    ]
    expect(amounts(seats, skip)).toEqual([
      ["seat:s2", 4000],
      ["seat:s3", 3000],
      ["seat:s4", 900],
    ])
    const { lines } = of(seats, reprice)
    expect(
      lines.map((line) => [line.key, line.amount_minor, line.row_position, line.repriced_from_row])
    ).toEqual([
      ["seat:s2", 5000, 1, 2],
      ["seat:s3", 4000, 2, 3],
      ["seat:s4", 900, 4, null],
    ])
    expect(lines[1]!.tax_rate).toBe(7)
  })

  it("HOLD-3: a fee for each seat on hold, once, also where its dues are skipped", () => {
    const seats = [
      seat(1, { holds: [fee("2027-02-10", "2027-02-20")], payer_customer_id: "c1" }),
      seat(2, { holds: [{ ...fee("2027-02-10", null), id: "other" }] }),
      seat(3, { holds: [fee("2027-03-02", null)] }),
      seat(4, { holds: [{ ...fee("2027-02-10", null, 0), id: "free" }] }),
    ]
    const { lines } = of(seats)
    expect(
      lines.map(({ key, amount_minor, payer_customer_id }) => [key, amount_minor, payer_customer_id])
    ).toEqual([
      ["seat:s1", 1000, "c1"],
      ["seat:s3", 1000, null],
      ["hold_fee:2027-02-10", 500, "c1"],
      ["hold_fee:other", 500, null],
    ])
    const again = of(seats, skip, new Set(["2027-02-10", "other"]))
    expect(again.lines.map(({ key }) => key)).toEqual(["seat:s1", "seat:s3"])
  })

  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(DAY, days))
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const seats = fc
    .array(
      fc.record({
        price_minor: fc.integer({ min: 0, max: 9999 }),
        classification_id: maybe(fc.constantFrom("adult", "child")),
        starts_on: maybe(day),
        cancellation: maybe(day.map((on) => ends(on))),
        hold: maybe(
          fc.tuple(day, maybe(fc.integer({ min: 1, max: 50 })), fc.constantFrom("hold", "payment_holiday"))
        ),
      }),
      { maxLength: 8 }
    )
    .map((list) =>
      list.map(({ hold, ...each }, at) => {
        const sequence = list
          .slice(0, at + 1)
          .filter((other) => other.classification_id === each.classification_id).length
        const holds = hold
          ? [held(hold[0], hold[1] === null ? null : addDays(hold[0], hold[1]), `h${at}`, hold[2])]
          : []
        return seat(at + 1, { ...each, sequence, holds })
      })
    )

  it("HOLD-5: the lines sum to the dues, each seat at most once, and repricing never costs a row that nobody is in", () => {
    fc.assert(
      fc.property(seats, fc.constantFrom(skip, extend, reprice), (list, policy) => {
        const { lines, skipped } = of(list, policy)
        const unpaid = list.filter(({ starts_on }) => starts_on !== DAY)
        expect(sumMinor(lines.map(({ amount_minor }) => amount_minor))).toBe(duesOn(unpaid, DAY, policy))
        const named = [...lines, ...skipped].map(({ seat_id }) => seat_id)
        expect(new Set(named).size).toBe(named.length)
        expect(new Set(lines.map(({ row_position }) => row_position)).size).toBe(lines.length)
        lines.forEach((line) => {
          const row = list.find(({ row_position }) => row_position === line.row_position)!
          expect([line.amount_minor, line.classification_id]).toEqual([
            row.price_minor,
            row.classification_id,
          ])
        })
      })
    )
  })
})
