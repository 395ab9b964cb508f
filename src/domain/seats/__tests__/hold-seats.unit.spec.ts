import { refusal } from "../../plans/__tests__/fixtures"
import { holdSeats, type HoldSeatsInput } from "../hold-seats"
import { CUSTOMER, dates, ends, held, membership, policy, seat, STAFF, staffBecause } from "./fixtures"

const hold = (change: Partial<HoldSeatsInput>) =>
  holdSeats({
    ...{
      membership: membership([seat(1), seat(2)]),
      seat_id: "s1",
      dates: dates("2027-02-01", "2027-03-01"),
    },
    ...{
      policy: policy(),
      fee_minor: 0,
      today: "2027-01-15",
      dues_settled: true,
      asker: CUSTOMER,
      merge: false,
    },
    kind: "hold",
    ...change,
  })
const refused = (change: Partial<HoldSeatsInput>) => refusal(() => hold(change))
const violationsOf = (change: Partial<HoldSeatsInput>) =>
  (refused(change).details.violations as { code: string }[]).map(({ code }) => code)

describe("one seat", () => {
  it.each<[string, string | null, string]>([
    // first day,   first day back, why
    ["2027-02-01", "2027-03-01", "it can lie in the future"],
    ["2027-01-15", "2027-01-16", "it can begin today and take a single day"],
    ["2027-02-01", null, "it can last until it is ended"],
  ])("HOLD-1: is on hold from %s until %s: %s", (starts_on, resumes_on) => {
    const plan = hold({ dates: { starts_on, resumes_on } })
    expect(plan.changes).toEqual([
      { seat_id: "s1", dates: { starts_on, resumes_on }, replaced_ids: [], continues: null, fee_minor: 0 },
    ])
    expect(plan.effects).toEqual([{ code: "seat_on_hold", seat_id: "s1", starts_on, resumes_on }])
  })

  it.each([
    ["overlaps at its start", "2027-01-20", "2027-02-02"],
    ["overlaps at its end", "2027-02-28", "2027-03-05"],
    ["lies inside", "2027-02-10", "2027-02-12"],
    ["spans it", "2027-01-20", null],
    ["ends where it begins", "2027-01-20", "2027-02-01"],
    ["begins where it ends", "2027-03-01", "2027-03-05"],
  ])("HOLD-7: a hold that %s is refused, and merged when staff say so", (_how, starts_on, resumes_on) => {
    const one = membership([seat(1, { holds: [held("2027-02-01", "2027-03-01", "old")] }), seat(2)])
    const asked = { membership: one, dates: { starts_on, resumes_on } }
    expect(refused(asked).code).toBe("hold_overlaps")
    expect(refused({ ...asked, merge: true }).code).toBe("hold_overlaps")
    const [change] = hold({ ...asked, merge: true, asker: STAFF }).changes
    expect(change).toMatchObject({ replaced_ids: ["old"] })
    expect(change!.dates.starts_on).toBe(starts_on < "2027-02-01" ? starts_on : "2027-02-01")
    const later = resumes_on === null ? null : resumes_on > "2027-03-01" ? resumes_on : "2027-03-01"
    expect(change!.dates.resumes_on).toBe(later)
  })

  it("HOLD-3: two holds that become one go on as the one whose fee was charged, and its fee is told and charged no more", () => {
    const first = { ...held("2027-01-20", "2027-02-01", "first"), fee_minor: 500 }
    const second = { ...held("2027-02-10", "2027-02-20", "second"), fee_minor: 700 }
    const merged = (...holds: (typeof first & { is_fee_charged?: boolean })[]) => {
      const one = membership([seat(1, { holds })])
      return hold({ membership: one, merge: true, asker: STAFF, fee_minor: 1000 })
    }
    const plan = merged(first, second)
    expect(plan.changes[0]).toMatchObject({ continues: { id: "first" }, fee_minor: 1000 })
    expect(plan.effects).toContainEqual({ code: "hold_fee", seats: 1, total_minor: 1000 })
    const charged = merged(first, { ...second, is_fee_charged: true })
    expect(charged.changes[0]).toMatchObject({ continues: { id: "second" }, fee_minor: 700 })
    expect(charged.effects.map(({ code }) => code)).not.toContain("hold_fee")
  })

  it("HOLD-7: two holds with a day between them stay two", () => {
    const one = membership([seat(1, { holds: [held("2027-03-02", "2027-03-09")] })])
    expect(hold({ membership: one }).changes[0]!.replaced_ids).toEqual([])
  })

  it("HOLD-1: one that has ended, or of another membership, is not there", () => {
    const gone = membership([seat(1, { cancellation: ends("2027-01-15") }), seat(2)])
    expect(refused({ membership: gone }).code).toBe("not_found")
    expect(refused({ seat_id: "elsewhere" }).code).toBe("not_found")
  })
})

describe("dates", () => {
  it.each([
    // membership,                                 dates,                                  code,             field
    [{}, dates("2027-02-01", "2027-02-01"), "date_invalid", "resumes_on"],
    [{}, dates("2027-02-01", "2027-01-01"), "date_invalid", "resumes_on"],
    [{}, dates("2027-02-30"), "date_invalid", "starts_on"],
    [{ starts_on: "2027-03-01" }, dates("2027-02-01", "2027-03-05"), "hold_not_allowed", "starts_on"],
    [{ ends_on: "2027-02-01" }, dates("2027-02-01"), "hold_not_allowed", "starts_on"],
    [{ ends_on: "2027-02-10" }, dates("2027-02-01", "2027-02-11"), "hold_not_allowed", "resumes_on"],
  ])("HOLD-1: in %j, a hold %j is refused with %s at %s", (term, asked, code, field) => {
    const found = refused({ membership: membership([seat(1)], term), dates: asked })
    expect(found.code).toBe(code)
    expect(found.details.field).toBe(field)
  })

  it("HOLD-1: a hold of a membership that has not started yet works inside its term", () => {
    const upcoming = membership([seat(1)], { starts_on: "2027-02-01", ends_on: "2027-06-01" })
    expect(hold({ membership: upcoming }).changes).toHaveLength(1)
  })

  it("CANCEL-2: canceling inside a hold ends the hold with the seat; one after its end is refused", () => {
    const ending = membership([seat(1, { cancellation: ends("2027-02-15") }), seat(2)])
    const plan = hold({ membership: ending })
    expect(plan.changes[0]!.dates).toEqual(dates("2027-02-01", "2027-02-15"))
    expect(plan.effects).toContainEqual({
      ...{ code: "hold_ends_with_seat", seat_id: "s1", canceled_on: "2027-02-15" },
    })
    expect(refused({ membership: ending, dates: dates("2027-02-15") }).code).toBe("already_canceled")
  })
})

describe("the whole membership", () => {
  const whole = { seat_id: null, dates: dates("2027-01-20", "2027-02-28") }
  it.each([
    // the seat's hold,                         becomes,                                why
    [
      held("2027-01-01", "2027-02-01"),
      dates("2027-01-01", "2027-02-28"),
      "keeps its start, takes the new resume date",
    ],
    [held("2027-01-01", "2027-06-01"), dates("2027-01-01", "2027-02-28"), "an earlier resume date too"],
    [held("2027-01-01", null), dates("2027-01-01", "2027-02-28"), "one without an end gets one"],
    [
      held("2027-01-01", "2027-01-20"),
      dates("2027-01-01", "2027-02-28"),
      "one that ends that very day goes on",
    ],
    [
      held("2027-02-10", "2027-04-01"),
      dates("2027-01-20", "2027-02-28"),
      "one that begins inside is part of it",
    ],
  ])("HOLD-2: a seat on hold %j becomes %j: %s", (hold_before, after) => {
    const two = membership([seat(1, { holds: [hold_before] }), seat(2)])
    const { changes } = hold({ membership: two, ...whole })
    expect(changes.map((change) => change.dates)).toEqual([after, whole.dates])
    expect(changes[0]!.replaced_ids).toEqual([hold_before.id])
  })

  it("HOLD-2: a later hold of a seat stays as it is", () => {
    const two = membership([seat(1, { holds: [held("2027-02-28", "2027-03-05")] }), seat(2)])
    expect(hold({ membership: two, ...whole }).changes[0]!.replaced_ids).toEqual([])
  })

  it("HOLD-2: every live seat is held, and none that has ended by then", () => {
    const three = membership([
      seat(1),
      seat(2, { cancellation: ends("2027-01-10") }),
      seat(3, { cancellation: ends("2027-01-20") }),
      seat(4, { cancellation: ends("2027-02-01") }),
    ])
    expect(hold({ membership: three, ...whole }).changes.map(({ seat_id }) => seat_id)).toEqual(["s1", "s4"])
  })

  it("HOLD-3: the fee is for each seat: 10 and two seats are 20", () => {
    const plan = hold({ ...whole, fee_minor: 1000 })
    expect(plan.effects).toContainEqual({ code: "hold_fee", seats: 2, total_minor: 2000 })
    expect(plan.changes.map(({ fee_minor }) => fee_minor)).toEqual([1000, 1000])
  })
})

describe("the policy", () => {
  it.each([
    // what the plan says,            dates,                                   violations
    [{ allowed: false }, dates("2027-02-01", "2027-03-01"), ["holds_not_offered"]],
    [{ notice_days: 18 }, dates("2027-02-01", "2027-03-01"), ["notice_too_short"]],
    [{ min_days: 29 }, dates("2027-02-01", "2027-03-01"), ["too_short"]],
    [{ max_days: 27 }, dates("2027-02-01", "2027-03-01"), ["too_long"]],
    [{ max_days: 27 }, dates("2027-02-01"), ["too_long"]],
    [{ max_days_a_year: 27 }, dates("2027-02-01", "2027-03-01"), ["too_many_days_a_year"]],
    [{ max_days_a_year: 30 }, dates("2027-12-15", "2028-02-15"), ["too_many_days_a_year"]],
    [{}, dates("2027-01-14", "2027-03-01"), ["back_dated"]],
  ])("HOLD-6: with %j a customer's hold %j is refused; staff may with a reason", (limits, asked, codes) => {
    const input = { policy: policy(limits), dates: asked }
    expect(refused(input).code).toBe("hold_not_allowed")
    expect(violationsOf(input)).toEqual(codes)
    expect(violationsOf({ ...input, asker: STAFF })).toEqual(codes)
    const plan = hold({ ...input, asker: staffBecause("a broken leg") })
    expect(plan.overridden.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    [{ notice_days: 17 }, dates("2027-02-01", "2027-03-01")],
    [{ min_days: 28, max_days: 28 }, dates("2027-02-01", "2027-03-01")],
    [{ min_days: 28 }, dates("2027-02-01")],
    [{ max_days_a_year: 31 }, dates("2027-12-15", "2028-02-01")],
  ])("HOLD-6: %j allows %j", (limits, asked) => {
    expect(hold({ policy: policy(limits), dates: asked }).overridden).toEqual([])
  })

  it("HOLD-6: the days of a year are those of all holds of the seat", () => {
    const one = membership([seat(1, { holds: [held("2027-05-01", "2027-05-11")] })])
    const input = { membership: one, policy: policy({ max_days_a_year: 37 }) }
    expect(violationsOf(input)).toEqual(["too_many_days_a_year"])
    expect(hold({ ...input, policy: policy({ max_days_a_year: 38 }) }).overridden).toEqual([])
  })

  it("HOLD-8: a customer settles what is owed first; staff may hold it with a reason", () => {
    expect(violationsOf({ dues_settled: false })).toEqual(["dues_open"])
    expect(hold({ dues_settled: false, asker: staffBecause("agreed") }).changes).toHaveLength(1)
  })
})
