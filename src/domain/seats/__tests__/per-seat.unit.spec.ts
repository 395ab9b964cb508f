import { DomainError } from "../../errors"
import { decide, type SeatFacts, type SeatVerb } from "../decide"
import { CUSTOMER, ends, facts, held, membership, policy, seat } from "./fixtures"

/** The second seat is on hold, the third is to end. */
const sold = membership([
  seat(1),
  seat(2, { holds: [held("2027-02-01", "2027-04-01")] }),
  seat(3, { cancellation: ends("2027-05-01") }),
  seat(4),
])

const verbs: { name: string; seat_id: string; verb: SeatVerb }[] = [
  {
    ...{ name: "a hold", seat_id: "s1" },
    verb: {
      ...{ verb: "hold", seat_id: "s1", starts_on: "2027-03-01", resumes_on: "2027-04-01", kind: "hold" },
      ...{ fee: null, merge: false, reason: null },
    },
  },
  { name: "its end", seat_id: "s2", verb: { verb: "resume", seat_id: "s2", resumes_on: "2027-03-01" } },
  {
    ...{ name: "a cancellation", seat_id: "s1" },
    verb: { verb: "cancel", seat_id: "s1", way: { at: "renewal" }, reason: null },
  },
  { name: "taking it back", seat_id: "s3", verb: { verb: "uncancel", seat_id: "s3" } },
  {
    ...{ name: "another payer", seat_id: "s2" },
    verb: { verb: "change_payer", seat_ids: ["s2"], payer_customer_id: "c7" },
  },
  { name: "leaving it empty", seat_id: "s1", verb: { verb: "unassign", seat_id: "s1" } },
]

describe("SEAT-5: each seat by itself", () => {
  it.each(verbs)("SEAT-5: $name changes that seat and no other", ({ seat_id, verb }) => {
    const { after } = decide(facts(sold), verb)
    const changed = after.seats.filter(
      (each, index) => JSON.stringify(each) !== JSON.stringify(sold.seats[index])
    )
    expect(changed.map(({ id }) => id)).toEqual([seat_id])
  })
})

const codeOf = (act: () => unknown): unknown => {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const hold = (starts_on: string, resumes_on: string | null): SeatVerb => ({
  ...{
    verb: "hold",
    seat_id: "s1",
    starts_on,
    resumes_on,
    kind: "hold",
    fee: null,
    merge: false,
    reason: null,
  },
})
const cancelOn = (on: string): SeatVerb => ({
  ...{ verb: "cancel", seat_id: "s1", way: { at: "date", on }, reason: null },
})
const cancellation = (commitment_periods: number, notice_days: number): Partial<SeatFacts> => ({
  cancellation_policy: { commitment_periods, notice_days },
})

describe("HOLD-6: a hold of at least 14 days, ended by a customer on 10 February", () => {
  const resume = (resumes_on: string | null): SeatVerb => ({ verb: "resume", seat_id: "s1", resumes_on })
  const ended = (
    [starts_on, resumes_on]: [string, string],
    verb: SeatVerb,
    more: Parameters<typeof policy>[0] = {},
    asker: SeatFacts["asker"] = CUSTOMER
  ) => {
    const one = membership([seat(1, { holds: [held(starts_on, resumes_on)] }), seat(2), seat(3)])
    return codeOf(() => decide(facts(one, { hold_policy: policy({ min_days: 14, ...more }), asker }), verb))
  }

  it.each<[string, [string, string], string | null, string | null]>([
    ["not on the day before it is over", ["2027-01-28", "2027-03-01"], null, "hold_not_allowed"],
    ["on the day on which it is", ["2027-01-27", "2027-03-01"], null, null],
    ["not earlier, for a day to come", ["2027-02-05", "2027-03-01"], "2027-02-18", "hold_not_allowed"],
    [
      "nor taken back on the day on which dues were skipped",
      ["2027-02-10", "2027-03-01"],
      null,
      "hold_not_allowed",
    ],
    ["but before it begins", ["2027-02-11", "2027-03-01"], null, null],
  ])("HOLD-6, HOLD-4: %s", (_why, dates, back_on, code) => {
    expect(ended(dates, resume(back_on))).toBe(code)
  })

  it("HOLD-6, HOLD-4: what only puts off is taken back on its first day; staff end any of them", () => {
    const today: [string, string] = ["2027-02-10", "2027-03-01"]
    expect(ended(today, resume(null), { effect: "extend" })).toBeNull()
    expect(ended(today, resume(null), {}, { type: "staff", reason: null })).toBeNull()
  })
})

describe("PLAN-13: what a plan's policies let a customer do, on 10 February", () => {
  const cases: { name: string; of: Partial<SeatFacts>; verb: SeatVerb; code: string | null }[] = [
    {
      name: "no hold",
      of: { hold_policy: policy({ allowed: false }) },
      verb: hold("2027-03-01", null),
      code: "hold_not_allowed",
    },
    {
      ...{ name: "a hold of the shortest length", of: { hold_policy: policy({ min_days: 14 }) } },
      ...{ verb: hold("2027-03-01", "2027-03-15"), code: null },
    },
    {
      ...{ name: "no shorter one", of: { hold_policy: policy({ min_days: 14 }) } },
      ...{ verb: hold("2027-03-01", "2027-03-14"), code: "hold_not_allowed" },
    },
    {
      ...{ name: "a hold of the longest length", of: { hold_policy: policy({ max_days: 31 }) } },
      ...{ verb: hold("2027-03-01", "2027-04-01"), code: null },
    },
    {
      ...{ name: "no longer one", of: { hold_policy: policy({ max_days: 31 }) } },
      ...{ verb: hold("2027-03-01", "2027-04-02"), code: "hold_not_allowed" },
    },
    {
      ...{ name: "no more days a year", of: { hold_policy: policy({ max_days_a_year: 20 }) } },
      ...{ verb: hold("2027-03-01", "2027-03-22"), code: "hold_not_allowed" },
    },
    {
      ...{ name: "no hold before its notice is over", of: { hold_policy: policy({ notice_days: 7 }) } },
      ...{ verb: hold("2027-02-16", "2027-03-16"), code: "hold_not_allowed" },
    },
    {
      ...{ name: "a hold once it is", of: { hold_policy: policy({ notice_days: 7 }) } },
      ...{ verb: hold("2027-02-17", "2027-03-16"), code: null },
    },
    {
      ...{ name: "no end inside the commitment", of: cancellation(3, 0) },
      ...{ verb: cancelOn("2027-03-31"), code: "cancel_before_notice" },
    },
    { name: "an end with it", of: cancellation(3, 0), verb: cancelOn("2027-04-01"), code: null },
    {
      ...{ name: "no end before the notice is over", of: cancellation(0, 30) },
      ...{ verb: cancelOn("2027-03-11"), code: "cancel_before_notice" },
    },
    { name: "an end once it is", of: cancellation(0, 30), verb: cancelOn("2027-03-12"), code: null },
  ]
  const one = membership([seat(1), seat(2), seat(3)])
  it.each(cases)("PLAN-13: $name", ({ of, verb, code }) => {
    expect(codeOf(() => decide(facts(one, { ...of, asker: CUSTOMER }), verb))).toBe(code)
  })
})
