import { calendar } from "../../billing/__tests__/fixtures"
import type { BillingCalendar } from "../../billing/periods"
import { refusal } from "../../plans/__tests__/fixtures"
import { cancelDateOf, type CancelDateFacts, type CancelWay, earliestCancelOn } from "../cancel-dates"
import { cancelSeats, type SeatCancelChange, uncancelSeats } from "../cancel-seats"
import type { Seat, SeatedMembership } from "../types"
import { CUSTOMER, ends, held, membership, seat, STAFF, staffBecause } from "./fixtures"

const today = "2027-02-10"
const three = (change: Partial<Seat> = {}) =>
  membership([seat(1, { required: true }), seat(2), seat(3, change)])
const cancel = (of: SeatedMembership, seat_id: string | null, canceled_on = "2027-03-01") =>
  cancelSeats({ membership: of, seat_id, canceled_on, today })

/** The membership after a plan was written. */
function applied(of: SeatedMembership, changes: readonly SeatCancelChange[]): SeatedMembership {
  const by_id = new Map(changes.map((change) => [change.seat_id, change]))
  const seats = of.seats.map((each) => {
    const change = by_id.get(each.id)
    return change ? { ...each, cancellation: change.cancellation, holds: change.holds } : each
  })
  return { ...of, seats }
}

describe("one seat", () => {
  it("CANCEL-1: ends on its first day without it", () => {
    const plan = cancel(three(), "s3")
    expect(plan.effects).toEqual([{ code: "seat_ends", seat_id: "s3", canceled_on: "2027-03-01" }])
    expect(plan.changes).toHaveLength(1)
  })

  it.each<[string, SeatedMembership, string, string]>([
    ["SEAT-6: a required seat by itself", three(), "s1", "seat_required"],
    [
      "CANCEL-2: one that has a date already",
      three({ cancellation: ends("2027-04-01") }),
      "s3",
      "already_canceled",
    ],
    ["one that has ended", three({ cancellation: ends("2027-02-10") }), "s3", "not_found"],
    ["one of another membership", three(), "s9", "not_found"],
    [
      "CHART-6: the last but one of a shared membership",
      membership([seat(1), seat(2)]),
      "s2",
      "seats_below_required",
    ],
    [
      "CHART-6: one beside another that ends",
      membership([seat(1), seat(2), seat(3, { cancellation: ends("2027-05-01") })]),
      "s2",
      "seats_below_required",
    ],
  ])("refuses %s", (_what, of, seat_id, code) => {
    expect(refusal(() => cancel(of, seat_id)).code).toBe(code)
  })

  it("CHART-6: the only seat of an individual membership can end", () => {
    const alone = membership([seat(1)], { audience: "individual" })
    expect(cancel(alone, "s1").changes).toHaveLength(1)
  })

  it("CANCEL-2: a hold ends with the seat, and one after it goes", () => {
    const holds = [held("2027-02-01", "2027-02-05"), held("2027-02-20", "2027-03-20"), held("2027-04-01")]
    const plan = cancel(three({ holds }), "s3")
    expect(plan.changes[0]!.holds).toEqual([holds[0], { ...holds[1], resumes_on: "2027-03-01" }])
    expect(plan.effects.filter(({ code }) => code === "hold_ends_with_seat")).toHaveLength(2)
  })
})

describe("the whole membership", () => {
  it("CANCEL-2: every live seat gets the date, required ones and those on hold too", () => {
    const of = three({ holds: [held("2027-02-01", "2027-02-15")] })
    expect(cancel(of, null).changes.map(({ seat_id }) => seat_id)).toEqual(["s1", "s2", "s3"])
  })

  it.each(["2027-02-20", "2027-06-01"])("CANCEL-2: a seat that ends on %s keeps its date", (canceled_on) => {
    const plan = cancel(three({ cancellation: ends(canceled_on) }), null)
    expect(plan.changes.map(({ seat_id }) => seat_id)).toEqual(["s1", "s2"])
    expect(plan.effects).toContainEqual({ code: "cancellation_kept", seat_id: "s3", canceled_on })
  })

  it("CANCEL-2: twice is refused", () => {
    const of = applied(three(), cancel(three(), null).changes)
    expect(refusal(() => cancel(of, null)).code).toBe("already_canceled")
  })
})

describe("taking it back", () => {
  it("CANCEL-3: restores the seat and the holds that it cut, as they were", () => {
    const holds = [held("2027-02-01", "2027-02-05"), held("2027-02-20", "2027-03-20"), held("2027-04-01")]
    const of = three({ holds })
    const plan = uncancelSeats({ membership: applied(of, cancel(of, "s3").changes), seat_id: "s3", today })
    expect(plan.changes).toEqual([{ seat_id: "s3", holds }])
    expect(plan.effects.map(({ code }) => code)).toEqual([
      ...["cancellation_taken_back", "hold_restored", "hold_restored"],
    ])
  })

  it("CANCEL-3: a hold that somebody changed since then stays as they left it", () => {
    const of = three({ holds: [held("2027-02-20", "2027-03-20", "cut")] })
    const later = applied(of, cancel(of, "s3").changes)
    const seats = later.seats.map((each) =>
      each.id === "s3" ? { ...each, holds: [held("2027-02-20", "2027-02-25", "cut")] } : each
    )
    const plan = uncancelSeats({ membership: { ...later, seats }, seat_id: "s3", today })
    expect(plan.changes[0]!.holds).toEqual([held("2027-02-20", "2027-02-25", "cut")])
  })

  it("CANCEL-3: with the whole come back those that were canceled with the whole", () => {
    const of = three({ cancellation: ends("2027-06-01") })
    const all = applied(of, cancel(of, null).changes)
    const plan = uncancelSeats({ membership: all, seat_id: null, today })
    expect(plan.changes.map(({ seat_id }) => seat_id)).toEqual(["s1", "s2"])
  })

  it("CANCEL-3: not once it has taken effect, and not where nothing was canceled", () => {
    const over = three({ cancellation: ends(today) })
    expect(refusal(() => uncancelSeats({ membership: over, seat_id: "s3", today })).code).toBe("not_found")
    expect(refusal(() => uncancelSeats({ membership: three(), seat_id: "s3", today })).code).toBe(
      "not_canceled"
    )
    expect(refusal(() => uncancelSeats({ membership: three(), seat_id: null, today })).code).toBe(
      "not_canceled"
    )
  })
})

type Change = Partial<CancelDateFacts & BillingCalendar>

/** Monthly from 31 January 2027. */
const facts = ({
  policy = NO_POLICY,
  commitment_from_on,
  after_index,
  ...change
}: Change = {}): CancelDateFacts => ({
  ...{ policy, commitment_from_on, after_index, today: change.today ?? today },
  sold_ends_on: change.sold_ends_on ?? change.ends_on ?? null,
  calendar: calendar({ renews: !change.ends_on, ...change }),
})
const NO_POLICY = { commitment_periods: 0, notice_days: 0 }
const policy = (commitment_periods: number, notice_days: number) => ({
  policy: { commitment_periods, notice_days },
})

describe("when it can end", () => {
  it.each<[Change, string | null, string]>([
    [{}, "2027-02-10", "without a policy at once"],
    [policy(0, 14), "2027-02-24", "after the notice"],
    [policy(3, 14), "2027-04-30", "after the periods committed to, counted from the anchor day"],
    [policy(1, 60), "2027-04-11", "whichever is later"],
    // 10 February lies in the period from 31 January, which counts.
    [
      { ...policy(3, 14), commitment_from_on: "2027-02-10" },
      "2027-04-30",
      "BILL-10: from a change of plan on",
    ],
    [{ ...policy(3, 14), commitment_from_on: "2027-02-28" }, "2027-05-31", "BILL-10: from a renewal on"],
    [{ ...policy(3, 14), starts_on: null }, "2027-02-24", "before the first visit no period has begun"],
  ])("CANCEL-4: with %j on %s at the earliest: %s", (change, earliest_on) => {
    expect(earliestCancelOn(facts(change))).toBe(earliest_on)
  })

  it.each<[CancelWay, Change, string, string]>([
    [{ at: "renewal" }, {}, "2027-02-28", "with the paid period"],
    [{ at: "renewal" }, { today: "2027-02-28" }, "2027-03-31", "the period that begins today is paid"],
    [{ at: "renewal" }, policy(0, 30), "2027-03-31", "the first renewal after the notice"],
    [{ at: "renewal" }, policy(3, 0), "2027-04-30", "the renewal that ends the commitment"],
    [{ at: "renewal" }, { ends_on: "2027-02-20" }, "2027-02-20", "with the term, where that comes first"],
    [{ at: "renewal" }, { interval: null, ends_on: "2027-06-01" }, "2027-06-01", "once sold, with its term"],
    [{ at: "now" }, {}, "2027-02-10", "today is the first day without it"],
    [{ at: "date", on: "2027-02-11" }, {}, "2027-02-11", "on the date"],
  ])("CANCEL-1: %j with %j ends it on %s: %s", (way, change, canceled_on) => {
    expect(cancelDateOf(way, facts(change), CUSTOMER)).toBe(canceled_on)
  })

  it("CANCEL-4: too early is refused with the earliest date; staff may with a reason", () => {
    const early: CancelWay = { at: "date", on: "2027-02-20" }
    for (const asker of [CUSTOMER, STAFF]) {
      const { code, details } = refusal(() => cancelDateOf(early, facts(policy(0, 14)), asker))
      expect({ code, ...details }).toMatchObject({ code: "cancel_before_notice", earliest_on: "2027-02-24" })
    }
    expect(cancelDateOf(early, facts(policy(0, 14)), staffBecause("moved away"))).toBe("2027-02-20")
    expect(cancelDateOf({ at: "renewal" }, facts(policy(6, 14)), staffBecause("moved away"))).toBe(
      "2027-02-28"
    )
  })

  it.each([
    ["2027-02-09", { earliest_on: "2027-02-10" }],
    ["2027-02-30", {}],
    ["2027-06-02", { ends_on: "2027-06-01" }],
  ])("CANCEL-1: the date %s is refused with the day that counts: %j", (on, day) => {
    const way: CancelWay = { at: "date", on }
    const found = refusal(() => cancelDateOf(way, facts({ ends_on: "2027-06-01" }), staffBecause("x")))
    expect(found).toMatchObject({ code: "date_invalid", details: { field: "on", ...day } })
  })
})
