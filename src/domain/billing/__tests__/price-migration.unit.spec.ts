import fc from "fast-check"
import type { ChartRowDraft } from "../../charts/types"
import { ends, facts, held, membership, seat } from "../../seats/__tests__/fixtures"
import { decide, type SeatVerb } from "../../seats/decide"
import { seatOptions } from "../../seats/options"
import { startOfLocalDay } from "../../time/calendar"
import { dueCharges } from "../due-charges"
import { chargesUntil } from "./fixtures"
import { type MigratedMembership, migratePrices, type PriceMigration } from "../price-migration"

const zone = "Europe/Berlin"
const dayStart = (day: string) => startOfLocalDay(day, zone)

const row = (amount: number, change: Partial<ChartRowDraft> = {}): ChartRowDraft => ({
  ...{ label: `At ${amount}`, classification_id: null, required: false, unlimited: false, tax_rate: null },
  prices: [{ currency_code: "eur", amount }],
  ...change,
})

/** Two seats at 10 from 31 January 2027; Ben pays for the second. */
const sold = (change: Partial<MigratedMembership["membership"]> = {}): MigratedMembership => ({
  membership: {
    ...{ id: "ms_1", starts_on: "2027-01-31", interval: { unit: "month", count: 1 }, ends_on: null },
    ...{ renews: true, policy: { effect: "skip_dues", reprice_remaining: false }, zone },
    ...{ purchaser_customer_id: "cus_anna", suspended_at: null },
    chart: { price_chart_id: "chart_1", chart_version: 1 },
    seats: [seat(1), seat(2, { payer_customer_id: "cus_ben" })],
    ...change,
  },
  progress: { after_index: 0, charged_hold_ids: [], discounts: [] },
  ...{ currency_code: "eur", unpaid_seats: [] },
})

const to = (rows: readonly ChartRowDraft[], change: Partial<PriceMigration> = {}): PriceMigration => ({
  to: { price_chart_id: "chart_2", chart_version: 2, rows },
  ...{ audience: "household", now: dayStart("2027-02-10"), from_on: null },
  ...{ people: new Map(), classifications: new Map() },
  ...change,
})

const dearer = [row(12), row(8)]

function moved(of: MigratedMembership, migration: PriceMigration) {
  const decided = migratePrices(of, migration)
  if (!decided.can_move) throw new Error(decided.code)
  return decided
}

describe("memberships on another version of their chart", () => {
  it("CHART-10: who pays what now, and what from the next renewal", () => {
    expect(moved(sold(), to(dearer))).toMatchObject({
      period: { index: 1, starts_on: "2027-02-28" },
      payers: [
        { payer_customer_id: "cus_anna", now_minor: 1000, then_minor: 1200 },
        { payer_customer_id: "cus_ben", now_minor: 1000, then_minor: 800 },
      ],
      ...{ now_minor: 2000, then_minor: 2000 },
    })
  })

  it.each<[string, string | null, string, string]>([
    ["2027-02-10", null, "2027-02-28", "the next renewal"],
    ["2027-02-28", null, "2027-03-31", "what is due already is charged as it was"],
    ["2027-02-10", "2027-03-31", "2027-03-31", "the day itself is late enough"],
    ["2027-02-10", "2027-04-01", "2027-04-30", "no renewal before the day that staff chose"],
  ])("CHART-10: on %s, not before %s, from %s: %s", (now, from_on, expected) => {
    const { period } = moved(sold(), to(dearer, { now: dayStart(now), from_on }))
    expect(period.starts_on).toBe(expected)
  })

  it("CHART-8, CHART-10: the charges name the version that priced them, the old one until the period", () => {
    const of = sold()
    const { move } = moved(of, to(dearer, { from_on: "2027-03-01" }))
    const charges = chargesUntil({ ...of, membership: { ...of.membership, move } }, dayStart("2027-05-01"))
    expect(
      charges.map(({ starts_on, payer_key, chart_version, subtotal_minor }) => [
        ...[starts_on, payer_key, chart_version, subtotal_minor],
      ])
    ).toEqual([
      ["2027-02-28", "cus_anna", 1, 1000],
      ["2027-02-28", "cus_ben", 1, 1000],
      ["2027-03-31", "cus_anna", 2, 1200],
      ["2027-03-31", "cus_ben", 2, 800],
      ["2027-04-30", "cus_anna", 2, 1200],
      ["2027-04-30", "cus_ben", 2, 800],
    ])
  })

  it("CHART-7, CHART-10: seats are laid on the first rows of their classification; who left before takes none", () => {
    const of = sold({
      seats: [
        seat(1, { classification_id: "adult", sequence: 1 }),
        seat(2, { classification_id: "child", sequence: 1, cancellation: ends("2027-02-20") }),
        seat(3, { classification_id: "child", sequence: 2 }),
      ],
    })
    const rows = [
      row(5, { classification_id: "child", label: "Child", unlimited: true }),
      row(30, { classification_id: "adult", label: "Adult", required: true }),
    ]
    const { move, period } = moved(of, to(rows))
    const due = dueCharges({ ...of.membership, move }, of.progress, period.due_at)
    expect(due[0]!.charges[0]!.lines).toMatchObject([
      { seat_id: "s1", row_position: 2, label: "Adult", amount_minor: 3000 },
      { seat_id: "s3", row_position: 1, label: "Child", sequence: 1, amount_minor: 500 },
    ])
    expect(due[0]!.moved!.seats.map(({ id, required }) => [id, required])).toEqual([
      ["s1", true],
      ["s3", false],
    ])
  })

  const children = [
    row(20, { classification_id: "adult" }),
    row(6, { classification_id: "child", unlimited: true }),
  ]
  const ages = new Map([
    ["adult", { id: "adult", name: "Adult", min_age: 18, max_age: null, requires_proof: false }],
    ["child", { id: "child", name: "Child", min_age: null, max_age: 17, requires_proof: false }],
  ])
  const born = (date_of_birth: string) => ({ date_of_birth, proofs: [] })

  it("CHART-10, CHART-12: where the version has other classifications, whoever sits there is seated anew", () => {
    const people = new Map([
      ["m1", born("1990-01-01")],
      ["m2", born("2015-01-01")],
    ])
    const { move, then_minor } = moved(sold(), to(children, { people, classifications: ages }))
    expect([...move.classifications]).toEqual([
      ["s1", "adult"],
      ["s2", "child"],
    ])
    expect(then_minor).toBe(2600)
  })

  it.each<[string, MigratedMembership, PriceMigration]>([
    ["already_moved", sold({ chart: { price_chart_id: "chart_2", chart_version: 2 } }), to(dearer)],
    ["no_renewal", sold({ interval: null }), to(dearer)],
    ["no_renewal", sold({ seats: [seat(1, { cancellation: ends("2027-02-20") })] }), to(dearer)],
    ["no_renewal", sold({ renews: false, ends_on: "2027-02-28" }), to(dearer)],
    ["currency_not_priced", { ...sold(), currency_code: "usd" }, to(dearer)],
    ["seats_above_limit", sold({ seats: [seat(1), seat(2), seat(3)] }), to(dearer)],
    ["classification_unknown", sold(), to(children, { classifications: ages })],
    [
      "seats_below_required",
      sold(),
      to([row(1, { required: true }), row(2, { required: true }), row(3, { required: true })]),
    ],
  ])("CHART-10: %s is why one stays where it is", (code, of, migration) => {
    expect(migratePrices(of, migration)).toMatchObject({ can_move: false, code })
  })

  it("CHART-10: a move whose membership outgrew the version is refused when its period begins, and the old prices stay", () => {
    const { move, period } = moved(sold(), to(dearer))
    const grown = sold({ seats: [seat(1), seat(2), seat(3)] })
    const [due] = dueCharges({ ...grown.membership, move }, grown.progress, period.due_at)
    expect(due).toMatchObject({
      moved: { price_chart_id: "chart_2", seats: [], refused: "seats_above_limit" },
      charges: [{ chart_version: 1, subtotal_minor: 3000 }],
    })
  })

  it("CHART-10: seats whose order is not paid yet take a row too, and owe nothing", () => {
    const { move, period } = moved({ ...sold(), unpaid_seats: [seat(3)] }, to([row(12), row(8), row(7)]))
    const [due] = dueCharges({ ...sold().membership, move }, sold().progress, period.due_at)
    expect(due!.charges.map(({ subtotal_minor }) => subtotal_minor)).toEqual([1200, 800])
    expect(due!.moved!.seats.map(({ id, price_minor }) => [id, price_minor])).toEqual([
      ["s1", 1200],
      ["s2", 800],
      ["s3", 700],
    ])
  })

  it("CHART-10: the next dues that people are told are the new ones from the move's period on", () => {
    const { move } = moved(sold({ starts_on: "2027-01-01" }), to(dearer, { from_on: "2027-03-15" }))
    expect(move.from_index).toBe(3)
    const of = membership([seat(1), seat(2)])
    const told = (today: string) => {
      const { next_period_on, dues_minor } = seatOptions(facts(of, { move, today }))
      return [next_period_on, dues_minor]
    }
    expect([told("2027-02-10"), told("2027-03-10")]).toEqual([
      ["2027-03-01", 2000],
      ["2027-04-01", 2000],
    ])
    const hold: SeatVerb = {
      verb: "hold",
      seat_id: "s2",
      starts_on: "2027-02-20",
      resumes_on: null,
      kind: "hold",
      fee: null,
      merge: false,
      reason: null,
    }
    const dues = (starts_on: string) =>
      decide(facts(of, { move }), { ...hold, starts_on }).effects.find(({ code }) => code === "dues_change")
    expect(dues("2027-02-20")).toMatchObject({ from_on: "2027-03-01", before_minor: 2000, after_minor: 1000 })
    expect(dues("2027-03-20")).toMatchObject({ from_on: "2027-04-01", before_minor: 2000, after_minor: 1200 })
  })

  const seats = fc
    .array(
      fc.record({
        price_minor: fc.nat(5000),
        payer_customer_id: fc.constantFrom(null, "cus_anna", "cus_ben"),
        hold: fc.option(fc.nat(500), { nil: null }),
      }),
      { minLength: 2, maxLength: 5 }
    )
    .map((list) =>
      list.map(({ hold, ...each }, at) =>
        seat(at + 1, {
          ...each,
          holds: hold === null ? [] : [{ ...held("2027-02-20", "2027-04-10", `h${at}`), fee_minor: hold }],
        })
      )
    )

  it("CHART-10, BILL-9: what the preview shows is what the charges of that period come to, whoever pays and is on hold", () => {
    const prices = fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(seats, prices, fc.boolean(), fc.nat(4), (of, amounts, reprice_remaining, skipped) => {
        const billed = sold({ seats: of, policy: { effect: "skip_dues", reprice_remaining } })
        const from_on = skipped === 0 ? null : `2027-0${skipped + 1}-15`
        const { move, period, payers, then_minor } = moved(
          billed,
          to(
            amounts.map((amount) => row(amount / 100)),
            { from_on }
          )
        )
        const due = dueCharges({ ...billed.membership, move }, billed.progress, period.due_at).at(-1)!
        const net = due.charges.map(({ payer_key, subtotal_minor, discount_minor }) => [
          ...[payer_key, subtotal_minor - discount_minor],
        ])
        for (const [payer_key, amount] of net)
          expect(payers.find((each) => each.payer_key === payer_key)?.then_minor).toBe(amount)
        expect(then_minor).toBe(net.reduce((sum, [, amount]) => sum + Number(amount), 0))
        expect(due.charges.every(({ chart_version }) => chart_version === 2)).toBe(true)
      }),
      { numRuns: 60 }
    )
  })
})
