import fc from "fast-check"
import { cadence, grant } from "../../credits/__tests__/fixtures"
import type { AgeReason } from "../../people/qualification"
import type { Classification, Person } from "../../people/types"
import { addDays, startOfLocalDay } from "../../time/calendar"
import { ACCESS_CODES, type AccessFacts, type AccessQuestion } from "../types"
import { decideAccess } from "../decide-access"
import {
  ADULT,
  CHILD,
  facts,
  membership,
  NOON,
  pack,
  question,
  STUDENT,
  TEN,
  type Wish,
  yoga,
} from "./fixtures"

const codes = (of: Partial<AccessFacts>, asked: Partial<AccessQuestion> = {}): string[] =>
  decideAccess(facts(of), question(asked)).reasons.map(({ code }) => code)

const one = (wish: Wish): Partial<AccessFacts> => ({ memberships: [membership(wish)] })

const hold = { kind: "hold" as const, starts_on: "2027-01-05", resumes_on: "2027-01-20" }
const held = [{ starts_on: null, canceled_on: null, holds: [hold] }]
const SUNDAYS = [{ weekdays: [7], from: "09:00", until: "12:00" }]
const grown_up = { date_of_birth: "1990-06-01", proofs: [] }
const ageless = { date_of_birth: null, proofs: [] }
const child = { date_of_birth: "2012-06-01", proofs: [] }

const DENIED: [string, Partial<AccessFacts>, Partial<AccessQuestion>, string][] = [
  ["no_membership", { memberships: [] }, {}, "none at all"],
  ["no_membership", one({ stored: { voided_at: "2027-01-02T00:00:00.000Z" } }), {}, "its sale was undone"],
  ["no_membership", {}, { membership_id: "m9" }, "staff chose one that is not theirs"],
  ["not_started", one({ stored: { starts_on: "2027-02-01" } }), {}, "its term lies ahead"],
  ["not_started", one({ stored: { activated_at: null } }), {}, "nobody has paid yet"],
  ["not_started", one({ seat: { starts_on: "2027-02-01" } }), {}, "their seat was added for later"],
  ["not_started", one({ seat: { is_pending: true } }), {}, "their added seat is not paid yet"],
  ["ended", one({ stored: { ends_on: "2027-01-10" } }), {}, "the first day without it is today"],
  ["ended", one({ seat: { canceled_on: "2027-01-10" } }), {}, "their seat was canceled"],
  ["on_hold", one({ stored: { seats: held } }), {}, "all of it is on hold"],
  ["on_hold", one({ seat: { holds: [hold] } }), {}, "their seat is on hold"],
  ["seat_unassigned", one({ seat: null }), {}, "they bought it and sit nowhere"],
  ["aged_out", { ...one({ seat: { classification: CHILD } }) }, {}, "an adult in a child's seat"],
  ["aged_out", { ...one({ seat: { classification: ADULT } }), person: child }, {}, "a child in an adult's"],
  ["proof_expired", one({ seat: { classification: STUDENT } }), {}, "no proof was recorded"],
  ["service_not_included", one({ access: { service_ids: ["dance"] } }), { service: yoga() }, "another class"],
  [
    "service_not_included",
    one({ access: { facility_ids: [] } }),
    { service: yoga({ kind: "facility" }) },
    "no facility",
  ],
  [
    "service_not_included",
    one({ access: { members_only_services: false } }),
    { service: yoga({ members_only: true }) },
    "for members of other plans",
  ],
  ["service_not_included", {}, { service: yoga({ status: "archived" }) }, "offered no more"],
  ["service_not_included", {}, { service: yoga({ location_ids: ["oslo"] }) }, "not offered here"],
  ["location_not_covered", one({ plan: { valid_at: ["oslo"] } }), {}, "PLAN-10: another branch"],
  ["outside_time_window", one({ access: { time_windows: SUNDAYS } }), {}, "noon is the first minute outside"],
  ["outside_time_window", {}, { service: yoga({ time_windows: SUNDAYS }) }, "the service's own hours"],
  [
    "visit_limit_reached",
    one({
      access: { visit_limits: [{ count: 1, per: "day" }] },
      change: { visits: ["2027-01-09T23:00:00.000Z"] },
    }),
    {},
    "midnight in Berlin is today",
  ],
  ["no_credits", one({ grants: [pack({ available: 0, available_value_minor: 0 })] }), {}, "all used"],
  [
    "no_credits",
    one({ grants: [pack({ available: 2 })] }),
    { service: yoga({ credit_cost: 3 }) },
    "two left, three wanted",
  ],
  ["no_credits", one({ grants: [grant({ expires_at: NOON })] }), {}, "CREDIT-5: expired this instant"],
  ["general_hours_prevented", one({ plan: { prevents_general_hours_access: true } }), {}, "open hours"],
  [
    "general_hours_prevented",
    one({ plan: { prevents_general_hours_access: true } }),
    { service: yoga({ is_general_hours: true }) },
    "a floor without booking",
  ],
  ["no_guest_pass", {}, { is_guest: true }, "ACCESS-6: a plan without passes"],
]

describe("one membership", () => {
  it.each(DENIED)("ACCESS-2: %s with %j and %j: %s", (code, of, asked) => {
    expect(codes(of, asked)).toEqual([code])
  })

  it.each<[string, Partial<AccessFacts>, Partial<AccessQuestion>]>([
    ["nothing against it", {}, {}],
    [
      "the last minute of a window",
      one({ access: { time_windows: SUNDAYS } }),
      { at: "2027-01-10T10:59:59.000Z" },
    ],
    [
      "a payment holiday leaves the access",
      one({ seat: { holds: [{ ...hold, kind: "payment_holiday" }] } }),
      {},
    ],
    [
      "the day a hold ends is the first day back",
      one({ seat: { holds: [{ ...hold, resumes_on: "2027-01-10" }] } }),
      {},
    ],
    ["TERM-2: one that waits for its first visit", one({ stored: { starts_on: null, ends_on: null } }), {}],
    [
      "a limit that yesterday used",
      one({
        access: { visit_limits: [{ count: 1, per: "day" }] },
        change: { visits: ["2027-01-09T22:59:00.000Z"] },
      }),
      {},
    ],
    [
      "booked sessions of a plan without open hours",
      one({ plan: { prevents_general_hours_access: true } }),
      { service: yoga() },
    ],
    ["the last credit", one({ grants: [pack({ available: 1 })] }), {}],
    ["its own branch", one({ plan: { valid_at: ["berlin"] } }), {}],
  ])("ACCESS-1: lets in: %s", (_why, of, asked) => {
    expect(codes(of, asked)).toEqual([])
  })

  it("BILL-3: while a payment is overdue it lets in until the days of grace are over", () => {
    const due = membership().facts
    const late = { ...due, past_due_since: "2027-01-05T00:00:00.000Z" }
    const of = (grace_ends_at: string | null) => ({
      memberships: [membership({ change: { facts: late, grace_ends_at } })],
    })
    expect(codes(of(null))).toEqual([])
    expect(codes(of("2027-01-10T11:00:00.001Z"))).toEqual([])
    expect(codes(of(NOON))).toEqual(["past_due"])
    expect(
      codes({ memberships: [membership({ change: { facts: { ...due, suspended_at: NOON } } })] })
    ).toEqual(["suspended"])
  })

  it("ACCESS-2: with a visit a moment ago, the same service again is already checked in; another one is not", () => {
    const last_visits = [
      { id: "v1", at: "2027-01-10T10:31:00.000Z", service_id: "yoga", location_id: "berlin" },
    ]
    const service = yoga({ reentry_minutes: 30 })
    expect(codes({ last_visits }, { service })).toEqual(["already_checked_in"])
    expect(codes({ last_visits }, { service, at: "2027-01-10T11:01:00.000Z" })).toEqual([])
    expect(codes({ last_visits }, { service: yoga({ id: "dance", reentry_minutes: 30 }) })).toEqual([])
    expect(codes({ last_visits }, { service: yoga() })).toEqual([])
  })

  it("ACCESS-1: tells every reason, the first that a visit fails on first", () => {
    const wish: Wish = {
      stored: { ends_on: "2027-01-05" },
      plan: { valid_at: ["oslo"] },
      access: { service_ids: [], time_windows: SUNDAYS },
      grants: [],
    }
    const found = codes(one(wish), { service: yoga() })
    expect(found).toEqual([
      ...["ended", "location_not_covered", "service_not_included", "outside_time_window", "no_credits"],
    ])
  })

  it("SEAT-10, ACCESS-7: who ages out hears which seats of the membership would fit", () => {
    const wish: Wish = { seat: { classification: CHILD }, change: { classifications: [CHILD, ADULT, null] } }
    const [reason] = decideAccess(facts(one(wish)), question()).reasons
    expect(reason).toMatchObject({
      ...{ code: "aged_out", next_step: "move_seat" },
      details: { why: "too_old", classification: "Child", fits: ["Adult", "anybody"] },
    })
    expect(reason!.message).toContain("Move to a seat for Adult or anybody.")
  })

  it.each<[AgeReason, Person, Classification, string, string]>([
    [
      "too_old",
      grown_up,
      CHILD,
      "move_seat",
      '"Child" ends with age 17. Move to a seat for Adult or anybody.',
    ],
    [
      "too_young",
      child,
      ADULT,
      "move_seat",
      '"Adult" starts at age 18. Move to a seat for Child or anybody.',
    ],
    ["age_unknown", ageless, ADULT, "record_date_of_birth", '"Adult" has an age limit. Add a date of birth.'],
  ])(
    "SEAT-10, ACCESS-7: %s is told apart, with what to do about it",
    (why, person, of, next_step, message) => {
      const wish: Wish = { seat: { classification: of }, change: { classifications: [CHILD, ADULT, null] } }
      const { reasons } = decideAccess(facts({ ...one(wish), person }), question())
      expect(reasons).toMatchObject([{ code: "aged_out", next_step, message, details: { why } }])
    }
  )

  it("PEOPLE-6: no answer tells a date of birth or an age", () => {
    const wish: Wish = { seat: { classification: ADULT } }
    const told = JSON.stringify(decideAccess(facts({ ...one(wish), person: child }), question()))
    expect(told).not.toMatch(/2012|date_of_birth/)
  })

  it("ACCESS-2: no code is without its case", () => {
    const elsewhere = ["suspended", "past_due", "already_checked_in"]
    const said = new Set([...DENIED.map(([code]) => code), ...elsewhere])
    expect(ACCESS_CODES.filter((code) => !said.has(code))).toEqual([])
  })

  it("ACCESS-1: asked about another time ahead, it answers what the door will say then", () => {
    const day = fc.integer({ min: 1, max: 89 }).map((days) => addDays("2027-01-01", days))
    const facts_of = fc.record({
      ends_on: day,
      from: day,
      days: fc.integer({ min: 1, max: 30 }),
      expires_on: day,
    })
    fc.assert(
      fc.property(
        facts_of,
        day,
        fc.integer({ min: 0, max: 23 }),
        ({ ends_on, from, days, expires_on }, on, hour) => {
          const hold = { kind: "hold" as const, starts_on: from, resumes_on: addDays(from, days) }
          const expires_at = startOfLocalDay(expires_on, "Europe/Berlin")
          const wish: Wish = {
            stored: { ends_on, seats: [{ starts_on: null, canceled_on: null, holds: [hold] }] },
            access: { time_windows: SUNDAYS },
            grants: [grant({ expires_on, given_expires_on: expires_on, expires_at })],
          }
          const at = `${on}T${String(hour).padStart(2, "0")}:30:00.000Z`
          const now = "2027-01-01T00:00:00.000Z"
          expect(codes(one(wish), { at, now })).toEqual(codes(one(wish), { at, now: at }))
        }
      ),
      { numRuns: 500 }
    )
  })
})

describe("several memberships", () => {
  const withs = (wishes: Wish[], asked: Partial<AccessQuestion> = {}) =>
    decideAccess(facts({ memberships: wishes.map(membership) }), question(asked)).options.map(
      ({ membership_id }) => membership_id
    )

  it.each<[string, Wish[], Partial<AccessQuestion>, string[]]>([
    ["unlimited before credits", [{ id: "m1", grants: [pack()] }, { id: "m2" }], {}, ["m2", "m1"]],
    [
      "the narrowest scope first",
      [
        { id: "m1", grants: [pack({ id: "g1" })] },
        { id: "m2", grants: [pack({ id: "g2", service_ids: ["yoga"] })] },
      ],
      { service: yoga() },
      ["m2", "m1"],
    ],
    [
      "then the soonest expiry",
      [
        { id: "m1", grants: [pack({ id: "g1" })] },
        { id: "m2", grants: [grant({ id: "g2" })] },
      ],
      {},
      ["m2", "m1"],
    ],
    [
      "one that lets in before one that does not",
      [
        { id: "m1", seat: null },
        { id: "m2", grants: [pack()] },
      ],
      {},
      ["m2", "m1"],
    ],
    ["of two alike the older", [{ id: "m2" }, { id: "m1" }], {}, ["m1", "m2"]],
    ["staff choose", [{ id: "m1" }, { id: "m2", grants: [pack()] }], { membership_id: "m2" }, ["m2"]],
  ])("ACCESS-3: %s", (_why, wishes, asked, expected) => {
    expect(withs(wishes, asked)).toEqual(expected)
  })

  it("ACCESS-7: where none lets in, the one that came nearest says why", () => {
    const { allowed, with: nearest } = decideAccess(
      facts({
        memberships: [
          membership({ id: "m1", stored: { ends_on: "2027-01-02" } }),
          membership({ id: "m2", plan: { valid_at: ["oslo"] } }),
        ],
      }),
      question()
    )
    expect([allowed, nearest?.membership_id]).toEqual([false, "m2"])
  })
})

describe("credits", () => {
  it("CREDIT-2: takes from the soonest expiry, and says what is left", () => {
    const grants = [pack({ id: "g1" }), grant({ id: "g2", available: 1 })]
    const decision = decideAccess(facts(one({ grants })), question({ service: yoga({ credit_cost: 3 }) }))
    expect(decision.with).toMatchObject({
      ...{ cost: 3, credits_left: 8, pays_with: "credits" },
      takes: [
        { grant_id: "g2", credits: 1 },
        { grant_id: "g1", credits: 2 },
      ],
    })
  })

  it("CREDIT-2: staff choose another grant", () => {
    const grants = [pack({ id: "g1" }), grant({ id: "g2" })]
    const decision = decideAccess(facts(one({ grants })), question({ grant_id: "g1" }))
    expect(decision.with?.takes).toEqual([{ grant_id: "g1", credits: 1 }])
  })

  it("CREDIT-6: without credits and with a failed payment it says so, and what to do", () => {
    const reason = (past_due_since: string | null) => {
      const of = membership({ grants: [pack({ available: 0, available_value_minor: 0 })] })
      const late = { ...of, facts: { ...of.facts, past_due_since } }
      return decideAccess(facts({ memberships: [late] }), question()).reasons[0]
    }
    expect(reason(null)).toMatchObject({ next_step: "buy_credits", details: { unpaid: false } })
    expect(reason("2027-01-05T00:00:00.000Z")).toMatchObject({
      ...{ code: "no_credits", next_step: "record_payment", details: { left: 0, unpaid: true } },
      message: "No credits are left for this. The payment for the next ones has failed.",
    })
  })

  it("CREDIT-5: what has expired is gone, whether the job was there or not", () => {
    expect(codes(one({ grants: [grant()] }), { at: "2027-02-01T11:00:00.000Z", now: NOON })).toEqual([
      "no_credits",
    ])
  })

  it("TERM-3: a date in a period that is still to come has what its renewal will give", () => {
    const monthly = { ...TEN, per: "period" } as const
    const wish: Wish = { grants: [grant({ available: 0, available_value_minor: 0 })], entitlement: monthly }
    const of = membership({ ...wish, stored: { ends_on: null } })
    const renewing = { ...of, credits: { ...of.credits, cadence: cadence() } }
    const at = "2027-02-10T11:00:00.000Z"
    expect(codes({ memberships: [renewing] })).toEqual(["no_credits"])
    expect(codes({ memberships: [renewing] }, { at })).toEqual([])
  })

  it("TERM-2: the first visit begins the term", () => {
    const waiting = membership({ stored: { starts_on: null, ends_on: null } })
    expect(decideAccess(facts({ memberships: [waiting] }), question()).with?.starts_term).toBe(true)
    expect(decideAccess(facts(), question()).with?.starts_term).toBe(false)
  })
})

describe("guests", () => {
  const hosted = (guests: { at: string; number: number }[]) =>
    one({ plan: { guest_passes_per_period: 2 }, change: { guests } })
  const asked = { is_guest: true }
  const this_month = (day: number) => `2027-01-0${day}T11:00:00.000Z`

  it.each<[string[], { at: string; number: number }[], string]>([
    [[], [], "none used"],
    [[], [{ at: this_month(2), number: 1 }], "one left"],
    [
      ["no_guest_pass"],
      [
        { at: this_month(2), number: 1 },
        { at: this_month(3), number: 2 },
      ],
      "both used",
    ],
    [
      [],
      [
        { at: "2026-12-31T11:00:00.000Z", number: 1 },
        { at: this_month(3), number: 2 },
      ],
      "they refresh with each period",
    ],
  ])("ACCESS-6: %j with the guests %j: %s", (expected, guests) => {
    expect(codes(hosted(guests), asked)).toEqual(expected)
  })

  it("ACCESS-6: a guest takes no credit and no visit of whom they come with", () => {
    const wish: Wish = {
      plan: { guest_passes_per_period: 1 },
      access: { visit_limits: [{ count: 1, per: "day" }] },
      grants: [],
      change: { visits: [NOON] },
    }
    const decision = decideAccess(facts(one(wish)), question(asked))
    expect([decision.allowed, decision.with?.cost, decision.with?.pays_with]).toEqual([true, 0, "guest_pass"])
  })
})
