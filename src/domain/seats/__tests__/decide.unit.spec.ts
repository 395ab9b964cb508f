import { refusal } from "../../plans/__tests__/fixtures"
import { commonHolds, type SeatSpan } from "../common-holds"
import { decide, type SeatFacts, type SeatVerb } from "../decide"
import type { HoldKind, Seat, SeatedMembership } from "../types"
import { CUSTOMER, ends, facts, held, membership, policy, seat, STAFF } from "./fixtures"

const holdOf = (seat_id: string | null, starts_on: string, resumes_on: string | null): SeatVerb => ({
  ...{
    verb: "hold",
    seat_id,
    starts_on,
    resumes_on,
    kind: "hold",
    fee: null,
    merge: false,
    reason: null,
  },
})
const effect = (of: SeatFacts, verb: SeatVerb, code: string) =>
  decide(of, verb).effects.find((each) => each.code === code)

describe("what a hold does to the term", () => {
  const extend = { hold_policy: policy({ effect: "extend" }), interval: null }
  const pack = (seats: readonly Seat[], ends_on = "2027-06-01") =>
    membership(seats, { audience: "individual", ends_on, sold_ends_on: "2027-06-01" })
  const february = holdOf("s1", "2027-02-15", "2027-03-15")

  it("HOLD-4: extend moves its end by the days held, those held before included", () => {
    const of = pack([seat(1, { holds: [held("2027-01-10", "2027-01-20")] })], "2027-06-11")
    const { after, effects } = decide(facts(of, extend), february)
    expect(after.ends_on).toBe("2027-07-09")
    expect(effects).toContainEqual({ code: "term_moves", ends_on: "2027-07-09", days: 28 })
  })

  it("HOLD-4: resuming early moves it back to the days that were really held", () => {
    const of = pack([seat(1, { holds: [held("2027-02-01", "2027-03-01")] })], "2027-06-29")
    const { after, effects } = decide(facts(of, extend), { verb: "resume", seat_id: "s1", resumes_on: null })
    expect(after.ends_on).toBe("2027-06-10")
    expect(effects).toContainEqual({ code: "term_moves", ends_on: "2027-06-10", days: -19 })
  })

  it("HOLD-4: while nobody knows the end of the hold, nobody knows the end of the term", () => {
    expect(decide(facts(pack([seat(1)]), extend), holdOf("s1", "2027-02-15", null)).after.ends_on).toBeNull()
  })

  it("HOLD-4: a membership of which somebody still comes goes on running out", () => {
    const of = pack([seat(1), seat(2, { holds: [held("2027-03-01", "2027-04-01")] })])
    expect(decide(facts(of, extend), february).after.ends_on).toBe("2027-06-15")
  })

  it("HOLD-4: a hold that begins in time may end after the end as it was, not after the end as moved", () => {
    const late = holdOf("s1", "2027-05-25", "2027-06-20")
    expect(decide(facts(pack([seat(1)]), extend), late).after.ends_on).toBe("2027-06-27")
  })

  it("HOLD-4: skip_dues leaves the term alone", () => {
    const { effects } = decide(facts(pack([seat(1)])), february)
    expect(effects.map(({ code }) => code)).not.toContain("term_moves")
  })

  it("HOLD-4: a payment holiday moves no term, because access goes on", () => {
    const holiday = { ...february, kind: "payment_holiday" as const }
    expect(decide(facts(pack([seat(1)]), extend), holiday).after.ends_on).toBe("2027-06-01")
  })
})

describe("the pauses of the whole membership", () => {
  const span = (change: Partial<SeatSpan> = {}): SeatSpan => ({
    ...{ starts_on: null, canceled_on: null, holds: [] },
    ...change,
  })
  const pause = (starts_on: string, resumes_on: string | null, kind: HoldKind = "hold") => ({
    ...{ starts_on, resumes_on, kind },
  })
  const january = pause("2027-01-01", "2027-02-01")

  it.each<[string, SeatSpan[], ReturnType<typeof pause>[]]>([
    ["none without seats", [], []],
    ["those of a single seat", [span({ holds: [january] })], [january]],
    ["none while one seat comes", [span({ holds: [january] }), span()], []],
    [
      "the days on which all are on hold",
      [span({ holds: [january] }), span({ holds: [pause("2027-01-20", null)] })],
      [pause("2027-01-20", "2027-02-01")],
    ],
    [
      "two that touch are one",
      [span({ holds: [january, pause("2027-02-01", "2027-03-01")] })],
      [pause("2027-01-01", "2027-03-01")],
    ],
    [
      "a seat that ends leaves the others' pauses to count",
      [span({ holds: [january] }), span({ canceled_on: "2027-01-10" })],
      [pause("2027-01-10", "2027-02-01")],
    ],
    [
      "a seat added later ends the pause of those before",
      [span({ holds: [january] }), span({ starts_on: "2027-01-15" })],
      [pause("2027-01-01", "2027-01-15")],
    ],
    [
      "none once every seat has ended",
      [span({ holds: [pause("2027-03-01", null)], canceled_on: "2027-02-01" })],
      [],
    ],
    ["none by a payment holiday", [span({ holds: [pause("2027-01-01", null, "payment_holiday")] })], []],
  ])("TERM-1: are %s", (_what, seats, expected) => {
    expect(commonHolds(seats)).toEqual(
      expected.map(({ starts_on, resumes_on }) => ({ starts_on, resumes_on }))
    )
  })
})

describe("money", () => {
  const priced = (prices: readonly number[], change: Partial<SeatedMembership> = {}) =>
    membership(
      prices.map((price_minor, index) => seat(index + 1, { price_minor })),
      change
    )
  const three = priced([5000, 3000, 1000])

  it("HOLD-8: the dues of a period that begins in the hold leave the seat out", () => {
    expect(effect(facts(three), holdOf("s1", "2027-03-01", "2027-04-01"), "dues_change")).toEqual({
      ...{ code: "dues_change", from_on: "2027-03-01", before_minor: 9000, after_minor: 4000 },
    })
  })

  it("HOLD-5: where the plan reprices, the remaining seats take the first rows", () => {
    const hold_policy = policy({ reprice_remaining: true })
    const change = effect(
      facts(three, { hold_policy }),
      holdOf("s1", "2027-03-01", "2027-04-01"),
      "dues_change"
    )
    expect(change).toMatchObject({ before_minor: 9000, after_minor: 8000 })
  })

  it("HOLD-4: where a hold extends the term, dues go on; a payment holiday skips them all the same", () => {
    const of = facts(three, { hold_policy: policy({ effect: "extend" }) })
    const hold = holdOf("s1", "2027-03-01", "2027-04-01")
    expect(effect(of, hold, "dues_change")).toBeUndefined()
    const holiday = { ...hold, kind: "payment_holiday" } as SeatVerb
    expect(effect(of, holiday, "dues_change")).toMatchObject({ after_minor: 4000 })
  })

  it.each([
    ["2027-02-10", "2027-02-20", undefined, "ahead: what was paid is put off"],
    [
      ...["2027-01-20", "2027-02-20"],
      { from_on: "2027-01-20", until_on: "2027-02-01", days: 12, total_minor: 1935 },
      "told late",
    ],
    [
      ...["2027-01-20", "2027-01-25"],
      { from_on: "2027-01-20", until_on: "2027-01-25", days: 5, total_minor: 806 },
      "over by then",
    ],
  ] as const)(
    "HOLD-8, BILL-7: on the common billing day a hold from %s to %s says of paid days: %j (%s)",
    (from, to, paid, _why) => {
      const of = facts(priced([5000], { audience: "individual" }), {
        ...{ hold_policy: policy({ effect: "extend" }), anchor_on: "2026-12-01", today: "2027-02-05" },
        ...{ after_index: 2, billed_from_on: "2027-02-01" },
        asker: { type: "staff", reason: "A broken leg" },
      })
      const told = effect(of, holdOf("s1", from, to), "paid_days_on_hold")
      expect(told).toEqual(paid && { code: "paid_days_on_hold", ...paid })
    }
  )

  it.each<[string, string | null, object | undefined, object | undefined]>([
    // A month from the first of each.
    ["2027-03-01", "2027-04-01", { from_on: "2027-03-01" }, undefined],
    ["2027-03-01", "2027-03-02", { from_on: "2027-03-01" }, undefined],
    [
      "2027-02-15",
      "2027-02-20",
      undefined,
      { from_on: "2027-02-15", until_on: "2027-02-20", days: 5, total_minor: 893 },
    ],
    [
      "2027-02-15",
      "2027-03-01",
      undefined,
      { from_on: "2027-02-15", until_on: "2027-03-01", days: 14, total_minor: 2500 },
    ],
    [
      ...[
        "2027-02-15",
        null,
        { from_on: "2027-03-01" },
        { from_on: "2027-02-15", until_on: "2027-03-01", days: 14, total_minor: 2500 },
      ],
    ] as never,
  ])(
    "HOLD-8: from %s to %s skips the dues from %j and says what happens to paid days: %j",
    (from, to, dues, paid) => {
      const of = facts(three)
      const hold = holdOf("s1", from, to)
      if (dues) expect(effect(of, hold, "dues_change")).toMatchObject(dues)
      else expect(effect(of, hold, "dues_change")).toBeUndefined()
      expect(effect(of, hold, "paid_days_on_hold")).toEqual(paid && { code: "paid_days_on_hold", ...paid })
    }
  )

  it.each<[string, SeatVerb, Partial<SeatFacts>, object | undefined]>([
    [
      "told on the billing day, before its charge: that day's dues are skipped",
      holdOf("s1", "2027-02-01", "2027-02-20"),
      { today: "2027-02-01", after_index: 0 },
      undefined,
    ],
    [
      "told after the charge of that day: the period is paid",
      holdOf("s1", "2027-02-01", "2027-02-20"),
      { after_index: 1 },
      { from_on: "2027-02-01", until_on: "2027-02-20", days: 19, total_minor: 3393 },
    ],
    [
      "told after the next full charge: the days of both periods",
      holdOf("s1", "2027-01-20", "2027-02-20"),
      { after_index: 1 },
      { from_on: "2027-01-20", until_on: "2027-02-20", days: 31, total_minor: 5328 },
    ],
    [
      "without an end, up to the last day that was charged",
      holdOf("s1", "2027-01-20", null),
      { after_index: 1 },
      { from_on: "2027-01-20", until_on: "2027-03-01", days: 40, total_minor: 6935 },
    ],
    [
      "from the first day on: the sale has paid it",
      holdOf("s1", "2027-03-01", "2027-03-11"),
      { membership: priced([3100, 1000], { starts_on: "2027-03-01" }), after_index: 0 },
      { from_on: "2027-03-01", until_on: "2027-03-11", days: 10, total_minor: 1000 },
    ],
    [
      "after another hold, over a period that was not charged",
      holdOf("s1", "2027-02-10", "2027-02-20"),
      {
        membership: membership([seat(1, { holds: [held("2027-01-20", "2027-02-05")] }), seat(2)]),
        after_index: 1,
      },
      undefined,
    ],
    [
      "of one seat that a plan puts off only with all of them",
      holdOf("s1", "2027-02-12", "2027-02-26"),
      { hold_policy: policy({ effect: "extend" }), after_index: 1 },
      { from_on: "2027-02-12", until_on: "2027-02-26", days: 14, total_minor: 2500 },
    ],
    [
      "of all of them nothing",
      holdOf(null, "2027-02-12", "2027-02-26"),
      { hold_policy: policy({ effect: "extend" }), after_index: 1 },
      undefined,
    ],
    [
      "of what is sold once and not put off",
      holdOf("s1", "2027-02-15", "2027-03-01"),
      { membership: priced([3100, 1000], { ends_on: "2027-04-10" }), interval: null },
      { from_on: "2027-02-15", until_on: "2027-03-01", days: 14, total_minor: 438 },
    ],
  ])("HOLD-8, HOLD-3: paid days on hold, %s", (_what, verb, change, expected) => {
    const told = effect(facts(three, change), verb, "paid_days_on_hold")
    expect(told).toEqual(expected && { code: "paid_days_on_hold", ...expected })
  })

  it("HOLD-3: the plan's fee is told for each seat, staff may set another", () => {
    const of = facts(three, { hold_fee_minor: 1000 })
    const whole = holdOf(null, "2027-03-01", null)
    expect(effect(of, whole, "hold_fee")).toMatchObject({ seats: 3, total_minor: 3000 })
    expect(effect(of, { ...whole, fee: 0 } as SeatVerb, "hold_fee")).toBeUndefined()
  })

  it.each<[string, Partial<SeatedMembership>, Partial<SeatFacts>, SeatVerb, object | undefined]>([
    [
      "18 of 28 days of what was paid",
      {},
      {},
      { verb: "cancel", seat_id: "s3", way: { at: "now" }, reason: null },
      { from_on: "2027-02-10", until_on: "2027-03-01", total_minor: 679 },
    ],
    [
      "nothing at the renewal",
      {},
      {},
      { verb: "cancel", seat_id: "s3", way: { at: "renewal" }, reason: null },
      undefined,
    ],
    [
      "nothing where nothing was paid",
      {},
      { is_paid: false },
      { verb: "cancel", seat_id: null, way: { at: "now" }, reason: null },
      undefined,
    ],
    [
      "all of it before the first day",
      { starts_on: "2027-03-01" },
      {},
      { verb: "cancel", seat_id: null, way: { at: "now" }, reason: null },
      { from_on: "2027-03-01", until_on: "2027-04-01", total_minor: 9000 },
    ],
    [
      "nothing of a period that is not paid yet",
      {},
      {},
      { verb: "cancel", seat_id: null, way: { at: "date", on: "2027-05-15" }, reason: null },
      undefined,
    ],
    [
      "the rest of a term that does not recur",
      { ends_on: "2027-04-11" },
      { interval: null },
      { verb: "cancel", seat_id: null, way: { at: "now" }, reason: null },
      { from_on: "2027-02-10", until_on: "2027-04-11", total_minor: 5400 },
    ],
  ])("CANCEL-5: the unused part is %s", (_what, of, change, verb, expected) => {
    const seats = priced([5000, 3000, 1000], of)
    const found = effect(facts(seats, change), verb, "unused_part")
    expect(found).toEqual(expected && { code: "unused_part", ...expected })
  })

  it("CANCEL-1: the dues after the end leave the seat out", () => {
    const verb: SeatVerb = { verb: "cancel", seat_id: "s3", way: { at: "renewal" }, reason: null }
    expect(effect(facts(three), verb, "dues_change")).toEqual({
      ...{ code: "dues_change", from_on: "2027-03-01", before_minor: 9000, after_minor: 8000 },
    })
  })
})

describe("who sits and who pays", () => {
  const two = membership([seat(1, { required: true, payer_customer_id: "c1" }), seat(2), seat(3)])

  it("SEAT-6: a required seat is refused together with every way out", () => {
    const verb: SeatVerb = { verb: "cancel", seat_id: "s1", way: { at: "renewal" }, reason: null }
    const { code, details } = refusal(() => decide(facts(two), verb))
    expect(code).toBe("seat_required")
    expect(details.ways_out).toMatchObject({ leave_empty: true, cancel_all: true, is_complete: true })
    const { reorders } = details.ways_out as { reorders: unknown[] }
    expect(reorders[0]).toEqual([
      { seat_id: "s1", member_id: "m2" },
      { seat_id: "s2", member_id: "m1" },
    ])
    expect(reorders).toHaveLength(4)
  })

  it("SEAT-6, PEOPLE-6: who manages some seats is told of ways out over those alone", () => {
    const verb: SeatVerb = { verb: "cancel", seat_id: "s1", way: { at: "renewal" }, reason: null }
    const waysFor = (ids: string[]) =>
      refusal(() => decide(facts(two, { managed_seat_ids: new Set(ids) }), verb)).details.ways_out
    expect(waysFor(["s1"])).toEqual({
      ...{ leave_empty: true, cancel_all: false },
      reorders: [],
      is_complete: true,
    })
    const { reorders } = waysFor(["s1", "s3"]) as { reorders: unknown[] }
    expect(reorders).toEqual([
      [
        { seat_id: "s1", member_id: "m3" },
        { seat_id: "s3", member_id: "m1" },
      ],
    ])
  })

  it("CANCEL-4: a required seat is refused before its date is", () => {
    const policyOf = { cancellation_policy: { commitment_periods: 12, notice_days: 0 }, asker: CUSTOMER }
    const verb: SeatVerb = { verb: "cancel", seat_id: "s1", way: { at: "now" }, reason: null }
    expect(refusal(() => decide(facts(two, policyOf), verb)).code).toBe("seat_required")
  })

  it("SEAT-6: a required seat can be left empty", () => {
    const { after, effects } = decide(facts(two), { verb: "unassign", seat_id: "s1" })
    expect(after.seats[0]!.member_id).toBeNull()
    expect(effects).toEqual([
      { code: "member_unseated", seat_id: "s1", member_id: "m1" },
      { code: "seat_emptied", seat_id: "s1" },
    ])
    expect(refusal(() => decide(facts(after), { verb: "unassign", seat_id: "s1" })).code).toBe("seat_empty")
  })

  it("SEAT-4: another payer is named for several seats at once; those whom they pay for already stay", () => {
    const verb: SeatVerb = { verb: "change_payer", seat_ids: ["s1", "s2"], payer_customer_id: "c1" }
    const { after, effects } = decide(facts(two), verb)
    expect(after.seats.map(({ payer_customer_id }) => payer_customer_id)).toEqual(["c1", "c1", null])
    expect(effects).toEqual([
      { code: "payer_changes", seat_id: "s2", from_customer_id: null, to_customer_id: "c1" },
    ])
    expect(refusal(() => decide(facts(after), verb)).code).toBe("payer_unchanged")
  })

  it("SEAT-11: a seat that somebody holds is given away only by name", () => {
    const candidates = new Map([["new", { member_id: "new", customer_id: "c9", household_id: "h1" }]])
    const of = facts(two, { candidates })
    const verb = { verb: "assign", seat_id: "s2", member_id: "new", replaces_member_id: null } as const
    expect(refusal(() => decide(of, verb)).code).toBe("seat_taken")
    const { after } = decide(of, { ...verb, replaces_member_id: "m2" })
    expect(after.seats[1]!.member_id).toBe("new")
    expect(refusal(() => decide(of, { ...verb, member_id: "nobody" })).code).toBe("not_found")
  })
})

describe("the term", () => {
  const pack = (change: Partial<SeatedMembership> = {}) =>
    membership([seat(1)], { audience: "individual", ends_on: "2027-03-01", ...change })

  it.each([
    ["a later end", {}, "2027-04-01", "2027-04-01"],
    [
      "one that is over comes back",
      { ends_on: "2027-02-01", sold_ends_on: "2027-02-01" },
      "2027-02-11",
      "2027-02-11",
    ],
  ])("TERM-5: %s", (_what, change, ends_on, expected) => {
    const { after, effects } = decide(facts(pack(change)), { verb: "extend_term", ends_on })
    expect(after).toMatchObject({ ends_on: expected, sold_ends_on: expected })
    expect(effects).toMatchObject([{ code: "term_moves", ends_on: expected }])
  })

  it("TERM-5: a term that a hold had moved keeps those days", () => {
    const seats = [seat(1, { holds: [held("2027-02-01", "2027-02-11")] })]
    const of = membership(seats, { ends_on: "2027-03-11", sold_ends_on: "2027-03-01" })
    const { after } = decide(facts(of, { hold_policy: policy({ effect: "extend" }) }), {
      ...{ verb: "extend_term", ends_on: "2027-04-11" },
    })
    expect(after).toMatchObject({ ends_on: "2027-04-11", sold_ends_on: "2027-04-01" })
  })

  it.each([
    ["no end at all", { ends_on: null }, "2027-04-01", "term_unlimited"],
    ["an earlier one", {}, "2027-02-20", "date_invalid"],
    ["the same one", {}, "2027-03-01", "date_invalid"],
    ["one in the past", { ends_on: "2027-02-01" }, "2027-02-05", "date_invalid"],
  ])("TERM-5: is not extended with %s", (_what, change, ends_on, code) => {
    expect(refusal(() => decide(facts(pack(change)), { verb: "extend_term", ends_on })).code).toBe(code)
  })

  it("TERM-5: a start that lies ahead moves, and the term keeps its length", () => {
    const of = facts(pack({ starts_on: "2027-03-01", ends_on: "2027-04-01" }), {
      ...{ validity: { unit: "month", count: 1 } },
    })
    const { after, effects } = decide(of, { verb: "change_start", starts_on: "2027-02-20" })
    expect(after).toMatchObject({ starts_on: "2027-02-20", ends_on: "2027-03-20" })
    expect(effects.map(({ code }) => code)).toEqual(["start_moves", "term_moves"])
  })

  it.each([
    ["it has begun", {}, {}, "2027-02-20", "already_started"],
    ["the day is over", { starts_on: "2027-03-01" }, {}, "2027-02-09", "date_invalid"],
    [
      "a hold would begin before",
      { starts_on: "2027-03-01" },
      { holds: [held("2027-03-02")] },
      "2027-03-05",
      "date_invalid",
    ],
    [
      "it would end before",
      { starts_on: "2027-03-01" },
      { cancellation: ends("2027-03-03") },
      "2027-03-05",
      "date_invalid",
    ],
  ])("TERM-5: a start does not move where %s", (_why, change, of_seat, starts_on, code) => {
    const of = membership([seat(1, of_seat)], { ends_on: null, ...change })
    expect(refusal(() => decide(facts(of), { verb: "change_start", starts_on })).code).toBe(code)
  })
})

it.each([
  ["a customer", CUSTOMER],
  ["staff without a reason", STAFF],
])("HOLD-4: a payment holiday is not given by %s", (_who, asker) => {
  const verb = { ...holdOf("s1", "2027-03-01", null), kind: "payment_holiday" } as SeatVerb
  expect(refusal(() => decide(facts(membership([seat(1)]), { asker }), verb)).code).toBe("hold_not_allowed")
})

it("HOLD-7: a hold and a payment holiday of one seat never overlap, and are never one", () => {
  const holiday = held("2027-03-01", "2027-04-01", "p", "payment_holiday")
  const of = facts(membership([seat(1, { holds: [holiday] }), seat(2)]))
  const over = { ...holdOf("s1", "2027-03-10", "2027-03-20"), merge: true } as SeatVerb
  expect(refusal(() => decide(of, over)).code).toBe("hold_overlaps")
  expect(refusal(() => decide(of, holdOf(null, "2027-03-10", null))).code).toBe("hold_overlaps")
  expect(decide(of, holdOf("s1", "2027-04-01", null)).after.seats[0]!.holds).toHaveLength(2)
})
