import fc from "fast-check"
import { membershipStatus } from "../../memberships/status"
import type { MembershipFacts } from "../../memberships/types"
import { addDays, compareInstants, localDate, startOfLocalDay } from "../../time/calendar"
import {
  DEFAULT_DUNNING,
  type DunnedCharge,
  dunningFacts,
  dunningOf,
  nextRetryAt,
  reminderDue,
  remindersAt,
  validateDunning,
} from "../dunning"
import { ZONES } from "./fixtures"

const zone = "Europe/Berlin"
const due_at = "2027-02-28T23:00:00.000Z"
const failed = (first_failed_at: string | null, is_settled = false): DunnedCharge => ({
  ...{ due_at, first_failed_at, is_settled },
})
const facts = (charges: DunnedCharge[], then: "suspend" | "cancel" = "suspend"): MembershipFacts => ({
  ...{ starts_at: "2027-01-01T00:00:00.000Z", ends_at: null, latest_term: null, voided_at: null },
  ...{ activated_at: "2027-01-01T00:00:00.000Z", canceled_at: null, holds: [], credits: null },
  ...dunningFacts(charges, { grace_days: 7, then }, zone),
})

describe("dunning", () => {
  const retries: [now: string, next: string | null, why: string][] = [
    ["2027-02-28T23:00:05.000Z", "2027-03-01T23:00:00.000Z", "a day after the due day"],
    ["2027-03-01T23:00:05.000Z", "2027-03-03T23:00:00.000Z", "the second, three days after"],
    [
      "2027-03-02T10:00:00.000Z",
      "2027-03-03T23:00:00.000Z",
      "a customer's own try in between costs no retry",
    ],
    ["2027-03-05T23:00:09.000Z", "2027-03-07T23:00:00.000Z", "the last"],
    ["2027-03-07T23:00:05.000Z", null, "none is left"],
  ]
  it.each(retries)("BILL-3: failed at %s, tried again at %s: %s", (now, next) => {
    const of = { due_at, first_failed_at: "2027-02-28T23:00:05.000Z" }
    expect(nextRetryAt(of, DEFAULT_DUNNING, { now, zone })).toBe(next)
  })

  it("TIME-4: a retry keeps the local time over a change of clocks", () => {
    const before = "2027-03-26T23:00:00.000Z"
    const of = { due_at: before, first_failed_at: before }
    expect(nextRetryAt(of, { retry_days: [2] }, { now: before, zone })).toBe("2027-03-28T22:00:00.000Z")
  })

  it("BILL-3: a studio that was offline for ten days tries as often, and grace begins with the first failure", () => {
    const first_failed_at = "2027-03-11T09:00:00.000Z"
    const next = nextRetryAt({ due_at, first_failed_at }, DEFAULT_DUNNING, { now: first_failed_at, zone })
    expect(next).toBe("2027-03-11T23:00:00.000Z")
    expect(dunningOf(failed(first_failed_at), DEFAULT_DUNNING, zone)).toEqual({
      ...{ past_due_since: first_failed_at, access_until: "2027-03-17T23:00:00.000Z", then: "suspend" },
    })
  })

  it.each([
    ["2027-02-21T07:59:00.000Z", null, "too early in the morning"],
    ["2027-02-22T08:00:00.000Z", 7, "the first, at nine in Berlin"],
    ["2027-02-25T20:00:00.000Z", 7, "nobody looked for three days"],
    ["2027-02-26T08:00:00.000Z", 3, "the second"],
    ["2027-02-28T22:59:59.000Z", 3, "only the last of those that were missed"],
    ["2027-02-28T23:00:00.000Z", null, "it is due"],
  ])("BILL-3, REMIND-2: at %s the reminder of day %s is due: %s", (now, days, _why) => {
    expect(reminderDue(due_at, { remind_days_before: [3, 7] }, { now, zone })?.days ?? null).toBe(days)
  })

  it("BILL-3: a change of grace ends nobody's access before it was made, and gives more at once", () => {
    const charge = failed(due_at)
    const dunning_since = "2027-03-05T12:00:00.000Z"
    const until = (grace_days: number) =>
      dunningOf(charge, { grace_days, then: "suspend", dunning_since }, zone)?.access_until
    expect([until(1), until(7), until(30)]).toEqual([
      ...[dunning_since, "2027-03-07T23:00:00.000Z", "2027-03-30T22:00:00.000Z"],
    ])
  })

  const statuses: [
    now: string,
    charges: DunnedCharge[],
    then: "suspend" | "cancel",
    status: string,
    why: string,
  ][] = [
    ["2027-03-20T00:00:00.000Z", [failed(null)], "suspend", "active", "TERM-6: the job has not run yet"],
    [
      "2027-02-28T23:00:04.999Z",
      [failed("2027-02-28T23:00:05.000Z")],
      "suspend",
      "active",
      "before it failed",
    ],
    ["2027-02-28T23:00:05.000Z", [failed("2027-02-28T23:00:05.000Z")], "suspend", "past_due", "it failed"],
    [
      "2027-03-07T22:59:59.999Z",
      [failed("2027-02-28T23:00:05.000Z")],
      "suspend",
      "past_due",
      "the last moment of grace",
    ],
    [
      "2027-03-07T23:00:00.000Z",
      [failed("2027-02-28T23:00:05.000Z")],
      "suspend",
      "suspended",
      "grace is over",
    ],
    [
      "2027-03-07T23:00:00.000Z",
      [failed("2027-02-28T23:00:05.000Z")],
      "cancel",
      "suspended",
      "until it is canceled",
    ],
    [
      "2027-03-20T00:00:00.000Z",
      [failed("2027-02-28T23:00:05.000Z", true)],
      "suspend",
      "active",
      "settled after all",
    ],
    [
      "2027-03-08T00:00:00.000Z",
      [failed("2027-03-04T12:00:00.000Z"), failed("2027-02-28T23:00:05.000Z")],
      "suspend",
      "suspended",
      "of two charges the first counts",
    ],
  ]
  it.each(statuses)("BILL-3: at %s %j, then %s: %s, %s", (now, charges, then, status) => {
    expect(membershipStatus(facts(charges, then), now)).toBe(status)
  })

  it("BILL-3: without grace, access ends with the failure and not before", () => {
    const first_failed_at = "2027-02-28T23:00:05.000Z"
    expect(dunningOf(failed(first_failed_at), { grace_days: 0, then: "suspend" }, zone)?.access_until).toBe(
      first_failed_at
    )
  })

  it("REMIND-1: reminders come so many local days before, in order", () => {
    expect(remindersAt("2027-03-31T22:00:00.000Z", { remind_days_before: [3, 7, 3] }, zone)).toEqual([
      "2027-03-24T23:00:00.000Z",
      "2027-03-28T22:00:00.000Z",
    ])
  })

  it.each([
    ["retry_days", { retry_days: [3, 1] }],
    ["retry_days", { retry_days: [0] }],
    ["retry_days", { retry_days: [1.5] }],
    ["grace_days", { grace_days: -1 }],
    ["grace_days", { grace_days: 6, then: "cancel" as const }],
    ["remind_days_before", { remind_days_before: [0] }],
  ])("SAFE-1: refuses %s of %j", (field, change) => {
    expect(() => validateDunning({ ...DEFAULT_DUNNING, ...change })).toThrow(
      expect.objectContaining({ code: "billing_settings_invalid", details: { field } })
    )
    expect(validateDunning(DEFAULT_DUNNING)).toBe(DEFAULT_DUNNING)
  })

  it("BILL-3: a late job never makes it harsher: never fewer retries, never less grace", () => {
    const late = fc.integer({ min: 0, max: 60 * 24 * 40 })
    const days = fc
      .uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 })
      .map((list) => list.sort((a, b) => a - b))
    const anchors = fc.integer({ min: 0, max: 800 }).map((count) => addDays("2027-01-01", count))
    fc.assert(
      fc.property(
        anchors,
        late,
        days,
        fc.nat(30),
        fc.constantFrom(...ZONES),
        (day, minutes, retry_days, grace_days, place) => {
          const due = startOfLocalDay(day, place)
          const retriesOf = (first_failed_at: string) => {
            const slots: string[] = []
            let now: string | null = first_failed_at
            while (
              (now = nextRetryAt({ due_at: due, first_failed_at }, { retry_days }, { now, zone: place }))
            )
              slots.push(now)
            return slots
          }
          const graceOf = (first_failed_at: string) =>
            dunningOf(
              { due_at: due, first_failed_at, is_settled: false },
              { grace_days, then: "suspend" },
              place
            )!.access_until
          const delayed = new Date(Date.parse(due) + minutes * 60_000).toISOString()
          expect(retriesOf(delayed)).toHaveLength(retry_days.length)
          expect(compareInstants(graceOf(due), graceOf(delayed))).toBeLessThanOrEqual(0)
          retriesOf(delayed).forEach((slot, at) => {
            expect(localDate(slot, place)).toBe(addDays(localDate(delayed, place), retry_days[at]!))
          })
        }
      )
    )
  })
})
