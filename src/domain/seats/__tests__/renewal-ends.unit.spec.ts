import fc from "fast-check"
import { nextPeriodDays } from "../../billing/periods"
import { DomainError } from "../../errors"
import { refusal } from "../../plans/__tests__/fixtures"
import { addDays, compareDates, daysBetween } from "../../time/calendar"
import { periodStart } from "../../time/periods"
import { decide, type SeatFacts, type SeatVerb } from "../decide"
import { billingCalendar } from "../dues"
import { isHeldOn } from "../hold-dates"
import { seatOptions } from "../options"
import type { SeatedMembership, SeatHold } from "../types"
import { facts, held, membership, policy, seat } from "./fixtures"

const month = { unit: "month", count: 1 } as const
const START = "2027-01-01"

/** A monthly plan for one, from 1 January 2027, whose holds put off what is paid; today is 10 February. */
const alone = (holds: readonly SeatHold[] = [], change: Partial<SeatFacts> = {}): SeatFacts =>
  facts(
    membership([seat(1, { holds })], { audience: "individual", starts_on: START, ends_on: "2027-02-01" }),
    { hold_policy: policy({ effect: "extend" }), renews: true, interval: month, after_index: 1, ...change }
  )

const hold = (starts_on: string, resumes_on: string | null = null): SeatVerb => ({
  ...{
    verb: "hold",
    seat_id: null,
    starts_on,
    resumes_on,
    kind: "hold",
    fee: null,
    merge: false,
    reason: null,
  },
})
const cancel: SeatVerb = { verb: "cancel", seat_id: null, way: { at: "renewal" }, reason: null }
const resume = (resumes_on: string): SeatVerb => ({ verb: "resume", seat_id: null, resumes_on })

const after = (of: SeatFacts, ...verbs: SeatVerb[]): SeatedMembership =>
  verbs.reduce((now, verb) => decide({ ...of, membership: now }, verb).after, of.membership)
const endOf = (now: SeatedMembership) => now.seats[0]!.cancellation?.canceled_on ?? null
/** The first days of the periods that are still charged. */
const chargedFrom = (of: SeatFacts, now: SeatedMembership, count = 3): string[] => {
  const calendar = billingCalendar({ ...of, membership: now })
  const found: string[] = []
  for (let index = of.after_index!; found.length < count;) {
    const next = nextPeriodDays(calendar, index)
    if (next === null) break
    found.push(next.starts_on)
    index = next.index
  }
  return found
}

describe("canceling at the renewal of what holds put off", () => {
  it.each<[holds: SeatHold[], change: Partial<SeatFacts>, canceled_on: string, why: string]>([
    [[], {}, "2027-03-01", "without a hold, with the period"],
    [
      [held("2027-01-10", "2027-01-20")],
      { after_index: 0 },
      "2027-02-11",
      "a past hold: its ten days are used first",
    ],
    [[held("2027-02-05", "2027-02-15")], {}, "2027-03-11", "a hold that runs"],
    [[held("2027-02-20", "2027-02-25")], {}, "2027-03-06", "a hold that is planned"],
    [[held("2027-02-25", "2027-03-10")], {}, "2027-03-14", "one that is planned over the renewal"],
    [
      [held("2027-03-01", "2027-03-10")],
      {},
      "2027-03-01",
      "one from the renewal on: nothing paid is left by then",
    ],
    [[held("2027-03-01")], {}, "2027-03-01", "an open one from the renewal on"],
    [[held("2027-03-05", "2027-03-10")], {}, "2027-03-01", "one after the renewal"],
    [
      [held("2027-02-01", "2027-02-15")],
      { after_index: 0 },
      "2027-02-15",
      "while what is not paid is put off",
    ],
    [[held("2027-01-20", "2027-02-10")], {}, "2027-03-22", "a hold that was told after the charge"],
  ])("CANCEL-1, HOLD-4: with %j and %j it ends on %s: %s", (holds, change, canceled_on) => {
    const of = alone(holds, change)
    const ended = after(of, cancel)
    expect(endOf(ended)).toBe(canceled_on)
    // What was shown before is what happens, and nothing is charged any more.
    expect(seatOptions(of).cancellation.renewal_on).toBe(canceled_on)
    expect(chargedFrom(of, ended)).toEqual([])
  })

  it("CANCEL-1, HOLD-4: while an open hold runs, no renewal is known, and that is said", () => {
    const of = alone([held("2027-02-05")])
    expect(refusal(() => decide(of, cancel))).toMatchObject({
      code: "renewal_unknown",
      details: { field: "at" },
    })
    expect(seatOptions(of).cancellation).toMatchObject({ renewal_on: null })
    const once = alone([], { interval: null, renews: false })
    const paused = after(
      { ...once, membership: { ...once.membership, ends_on: "2027-06-01", sold_ends_on: "2027-06-01" } },
      hold("2027-02-10")
    )
    expect(refusal(() => decide({ ...once, membership: paused }, cancel)).code).toBe("renewal_unknown")
  })

  it.each<[SeatHold[], string | null, string]>([
    [[held("2027-01-10", "2027-01-20")], "2027-04-11", "what was put off is paid later"],
    [[held("2027-02-20", "2027-02-25")], "2027-04-06", "planned days too"],
    [[held("2027-02-05")], null, "an open hold hides the day"],
  ])("CANCEL-4, HOLD-4: with %j three periods are over on %s: %s", (holds, earliest_on) => {
    const cancellation_policy = { commitment_periods: 3, notice_days: 0 }
    const of = alone(holds, { cancellation_policy, asker: { type: "customer" } })
    expect(seatOptions(of).cancellation).toMatchObject({ earliest_on, renewal_on: earliest_on })
    const on_day: SeatVerb = { ...cancel, way: { at: "date", on: "2027-04-05" } }
    const { code, details } = refusal(() => decide(of, on_day))
    expect({ code, earliest_on: details.earliest_on }).toEqual({ code: "cancel_before_notice", earliest_on })
    if (earliest_on !== null) expect(endOf(after(of, cancel))).toBe(earliest_on)
  })
})

describe("what moves a cancellation at the renewal", () => {
  it.each<[why: string, verbs: SeatVerb[], canceled_on: string]>([
    ["a hold that comes after it", [cancel, hold("2027-02-20", "2027-02-25")], "2027-03-06"],
    ["one that goes on over the former end", [cancel, hold("2027-02-20", "2027-03-20")], "2027-03-29"],
    ["resuming early", [hold("2027-02-10", "2027-03-10"), cancel, resume("2027-02-15")], "2027-03-06"],
    [
      "a hold that is taken back",
      [hold("2027-02-20", "2027-03-10"), cancel, resume("2027-02-15")],
      "2027-03-01",
    ],
    ["a single day before the end", [cancel, hold("2027-02-28", "2027-03-01")], "2027-03-02"],
  ])("CANCEL-1, HOLD-4: %s", (_why, verbs, canceled_on) => {
    const of = alone()
    const now = after(of, ...verbs)
    expect(endOf(now)).toBe(canceled_on)
    expect(chargedFrom(of, now)).toEqual([])
    const { effects } = decide({ ...of, membership: after(of, ...verbs.slice(0, -1)) }, verbs.at(-1)!)
    const moves = { code: "cancellation_moves", seat_id: "s1", canceled_on }
    if (verbs.at(-1) !== cancel && canceled_on !== "2027-03-01") expect(effects).toContainEqual(moves)
    expect(effects.map(({ code }) => code)).not.toContain("paid_days_on_hold")
  })

  it("CANCEL-3, HOLD-4: taken back, it goes on with the days that its holds put off", () => {
    const of = alone()
    const back: SeatVerb = { verb: "uncancel", seat_id: null }
    const now = after(of, hold("2027-03-10", "2027-03-15"), cancel, hold("2027-02-20", "2027-02-25"), back)
    expect(now.seats[0]).toMatchObject({
      cancellation: null,
      holds: [{ starts_on: "2027-02-20" }, { starts_on: "2027-03-10", resumes_on: "2027-03-15" }],
    })
    expect(chargedFrom(of, now, 2)).toEqual(["2027-03-06", "2027-04-11"])
  })

  it("CANCEL-1, HOLD-1: a hold of it needs a first day back", () => {
    const of = alone()
    const now = { ...of, membership: after(of, cancel) }
    const { code, details } = refusal(() => decide(now, hold("2027-02-20")))
    expect({ code, ...details }).toMatchObject({ code: "hold_not_allowed", field: "resumes_on" })
  })

  it("CANCEL-1, HOLD-8: a day that somebody chose stays, and the paid days that go with it are named", () => {
    const of = alone()
    const chosen: SeatVerb = { ...cancel, way: { at: "date", on: "2027-03-01" } }
    const ended = { ...of, membership: after(of, chosen) }
    const { after: now, effects } = decide(ended, hold("2027-02-20", "2027-02-27"))
    expect(endOf(now)).toBe("2027-03-01")
    expect(effects).toContainEqual({
      ...{
        code: "paid_days_on_hold",
        from_on: "2027-02-20",
        until_on: "2027-02-27",
        days: 7,
        total_minor: 250,
      },
    })
  })

  it("CANCEL-1: of what is sold once, it goes with the term", () => {
    const once = alone([], { interval: null, renews: false })
    const of = {
      ...once,
      membership: { ...once.membership, ends_on: "2027-06-01", sold_ends_on: "2027-06-01" },
    }
    expect(endOf(after(of, cancel, hold("2027-03-01", "2027-03-11")))).toBe("2027-06-11")
  })
})

it.each([
  [[held("2027-02-02", "2027-02-10")], "2027-03-09", 27, "days on hold were not used"],
  [[held("2027-02-02")], "2027-03-09", 27, "an open hold ends with it"],
  [[], "2027-03-01", 19, "without a hold"],
])(
  "CANCEL-5, HOLD-4: ended now with %j, what was paid up to %s goes unused for %i days: %s",
  (holds, until_on, days) => {
    const { effects } = decide(alone(holds), { ...cancel, way: { at: "now" } })
    const total_minor = Math.round((1000 * days) / 28)
    expect(effects).toContainEqual({ code: "unused_part", from_on: "2027-02-10", until_on, total_minor })
  }
)

it("CANCEL-5, BILL-1: ended on the day of its renewal, the period that was charged before is unused", () => {
  const ended = (after_index: number) =>
    decide(alone([], { today: "2027-02-01", after_index }), { ...cancel, way: { at: "now" } }).effects
  expect(ended(1)).toContainEqual({
    ...{ code: "unused_part", from_on: "2027-02-01", until_on: "2027-03-01", total_minor: 1000 },
  })
  expect(ended(0).map(({ code }) => code)).not.toContain("unused_part")
})

const days = fc.integer({ min: 0, max: 14 })
const wish = fc.oneof(
  fc
    .record({ from: fc.integer({ min: -8, max: 25 }), length: fc.option(fc.integer({ min: 1, max: 40 })) })
    .map(({ from, length }) => (today: string) => {
      const starts_on = addDays(today, from)
      return hold(starts_on, length === null ? null : addDays(starts_on, length))
    }),
  days.map((ahead) => (today: string) => resume(addDays(today, ahead))),
  fc.constant(() => cancel),
  fc.constant((): SeatVerb => ({ verb: "uncancel", seat_id: null }))
)
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)

it("CANCEL-1, HOLD-4: at a renewal exactly the days end that were paid, whatever was put on hold before and after", () => {
  let ended = 0
  console.info(`seed ${seed}: SEED=${seed} repeats this run`)
  const run = (steps: readonly { days: number; wish: (today: string) => SeatVerb }[]) => {
    let of = alone([], { after_index: 0 })
    let today = START
    let paid_days = 31
    for (const step of steps) {
      for (let passed = 0; passed < step.days; passed += 1) {
        today = addDays(today, 1)
        for (;;) {
          const next = nextPeriodDays(billingCalendar(of), of.after_index!)
          if (next === null || compareDates(next.starts_on, today) > 0) break
          paid_days += daysBetween({
            from: periodStart(START, month, next.index),
            to: periodStart(START, month, next.index + 1),
          })
          of = { ...of, after_index: next.index }
        }
      }
      const canceled_on = endOf(of.membership)
      if (canceled_on !== null && compareDates(canceled_on, today) <= 0) {
        ended += 1
        const { holds } = of.membership.seats[0]!
        let used = 0
        for (let day = START; day !== canceled_on; day = addDays(day, 1))
          if (!holds.some((each) => isHeldOn(each, day))) used += 1
        expect({ today, canceled_on, used, holds }).toMatchObject({ used: paid_days })
        return
      }
      try {
        const verb = step.wish(today)
        of = { ...of, today, membership: decide({ ...of, today }, verb).after }
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
      }
    }
  }
  fc.assert(fc.property(fc.array(fc.record({ days, wish }), { minLength: 20, maxLength: 40 }), run), {
    seed,
    numRuns: 100,
  })
  expect(ended).toBeGreaterThan(50)
})
