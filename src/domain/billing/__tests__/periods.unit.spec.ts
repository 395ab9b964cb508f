import fc from "fast-check"
import {
  addDays,
  compareDates,
  compareInstants,
  daysBetween,
  localDate,
  startOfLocalDay,
} from "../../time/calendar"
import { periodStart } from "../../time/periods"
import type { CalendarDate } from "../../time/types"
import {
  type BillingCalendar,
  firstPeriod,
  nextPeriod,
  nextPeriodDays,
  type PeriodDays,
  periodsDue,
} from "../periods"
import { calendar, pause, span, ZONES } from "./fixtures"

const month = { unit: "month", count: 1 } as const
const following = (of: BillingCalendar, count: number, after_index = 0): PeriodDays[] => {
  const period = count === 0 ? null : nextPeriodDays(of, after_index)
  return period === null ? [] : [period, ...following(of, count - 1, period.index)]
}
const starts = (of: BillingCalendar, count = 4) => following(of, count).map(({ starts_on }) => starts_on)
const extend = (change: Partial<BillingCalendar>) => calendar({ hold_effect: "extend", ...change })

describe("billing periods", () => {
  const cases: [why: string, of: BillingCalendar, expected: CalendarDate[]][] = [
    [
      "TIME-3: the anchor day comes back after short months",
      calendar(),
      ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    ],
    [
      "TIME-3: 29 February by the year",
      calendar({ starts_on: "2028-02-29", interval: { unit: "year", count: 1 } }),
      ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"],
    ],
    ["PLAN-2: nothing recurs", calendar({ interval: null }), []],
    ["TERM-2: waits for its first visit", calendar({ starts_on: null }), []],
    [
      "PLAN-6: none on or after the end of the term",
      calendar({ renews: false, ends_on: "2027-04-30" }),
      ["2027-02-28", "2027-03-31"],
    ],
    [
      "PLAN-6: one that renews goes on after its term",
      calendar({ renews: true, ends_on: "2027-02-28" }),
      ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    ],
    [
      "CANCEL-2: none once every seat is canceled",
      calendar({ seats: [span({ canceled_on: "2027-03-31" })] }),
      ["2027-02-28"],
    ],
    [
      "CANCEL-1: one seat of two canceled changes nothing",
      calendar({ seats: [span(), span({ canceled_on: "2027-03-31" })] }),
      ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    ],
    [
      "SEAT-8: none while no seat is there",
      calendar({ seats: [span({ canceled_on: "2027-02-15" }), span({ starts_on: "2027-04-30" })] }),
      ["2027-04-30", "2027-05-31", "2027-06-30", "2027-07-31"],
    ],
    [
      "BILL-8: a hold that skips dues keeps the anchor day",
      calendar({ seats: [span({ holds: [pause("2027-02-10", "2027-03-10")] })] }),
      ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    ],
    [
      "HOLD-4: 28 days on hold move every later start by 28 days",
      extend({ seats: [span({ holds: [pause("2027-02-10", "2027-03-10")] })] }),
      ["2027-03-28", "2027-04-28", "2027-05-28", "2027-06-28"],
    ],
    [
      "HOLD-8: a hold that starts on the billing day skips that day's dues",
      extend({ seats: [span({ holds: [pause("2027-02-28", "2027-03-05")] })] }),
      ["2027-03-05", "2027-04-05", "2027-05-05", "2027-06-05"],
    ],
    [
      "HOLD-4: a hold of one seat of two moves nothing",
      extend({ seats: [span(), span({ holds: [pause("2027-02-10", "2027-03-10")] })] }),
      ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    ],
    [
      "HOLD-4: only the days count on which both are on hold",
      extend({
        seats: [
          span({ holds: [pause("2027-02-10", "2027-02-20")] }),
          span({ holds: [pause("2027-02-15", "2027-03-10")] }),
        ],
      }),
      ["2027-03-05", "2027-04-05", "2027-05-05", "2027-06-05"],
    ],
    [
      "HOLD-4: a payment holiday keeps the anchor day",
      extend({ seats: [span({ holds: [pause("2027-02-10", "2027-03-10", "payment_holiday")] })] }),
      ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"],
    ],
    [
      "BILL-8: the next start is not known while a hold without an end runs",
      extend({ seats: [span({ holds: [pause("2027-03-10")] })] }),
      ["2027-02-28"],
    ],
  ]
  it.each(cases)("%s", (_, of, expected) => {
    expect(starts(of)).toEqual(expected)
  })

  it("TERM-6: a period ends where the next begins, or with the term", () => {
    const of = calendar({ renews: false, ends_on: "2027-04-15" })
    expect(following(of, 9).map(({ index, ends_on }) => [index, ends_on])).toEqual([
      [1, "2027-03-31"],
      [2, "2027-04-15"],
    ])
    expect(firstPeriod(of, "UTC")).toMatchObject({ index: 0, starts_on: "2027-01-31", ends_on: "2027-02-28" })
  })

  it("HOLD-4: the end of a paid period is open until an open hold is resumed", () => {
    const open = extend({ seats: [span({ holds: [pause("2027-02-10")] })] })
    expect(firstPeriod(open, "UTC")).toMatchObject({ ends_on: null })
    const resumed = extend({ seats: [span({ holds: [pause("2027-02-10", "2027-02-12")] })] })
    expect(firstPeriod(resumed, "UTC")).toMatchObject({ ends_on: "2027-03-02" })
  })

  it("BILL-1: a hold that is placed after the charge never makes its period come again", () => {
    const charged = nextPeriodDays(extend({}), 0)!
    const later = extend({ seats: [span({ holds: [pause("2027-02-20", "2027-03-20")] })] })
    expect(charged.index).toBe(1)
    expect(nextPeriodDays(later, charged.index)).toMatchObject({ index: 2, starts_on: "2027-04-28" })
  })

  it("BILL-3: a studio that was offline catches up one charge a period", () => {
    const of = calendar({ starts_on: "2027-01-01", interval: { unit: "day", count: 1 } })
    const due = (after_index: number, until: string) =>
      periodsDue(of, { after_index, until, zone: "Europe/Berlin" }).map(({ starts_on }) => starts_on)
    expect(due(0, "2027-01-01T22:59:59.999Z")).toEqual([])
    expect(due(0, "2027-01-01T23:00:00.000Z")).toEqual(["2027-01-02"])
    expect(due(1, "2027-01-04T23:00:00.000Z")).toEqual(["2027-01-03", "2027-01-04", "2027-01-05"])
  })

  it.each([
    [
      "America/Sao_Paulo",
      "2018-10-04",
      "2018-11-04T03:00:00.000Z",
      "a midnight that does not exist begins at one",
    ],
    ["Europe/Berlin", "2027-02-28", "2027-03-27T23:00:00.000Z", "the day on which the clocks go forward"],
    ["Africa/Cairo", "2024-09-25", "2024-10-24T21:00:00.000Z", "before the hour that comes twice"],
  ])("TIME-4: in %s a month after %s is due at %s: %s", (zone, starts_on, due_at) => {
    expect(nextPeriod(calendar({ starts_on }), 0, zone)?.due_at).toBe(due_at)
  })

  it.each(ZONES.flatMap((zone) => ["2027-01-31", "2028-02-29"].map((anchor) => [zone, anchor] as const)))(
    "TIME-3: in %s 100 periods from %s begin on the anchor day, at the start of the local day",
    (zone, starts_on) => {
      const of = calendar({ starts_on })
      const last = startOfLocalDay(periodStart(starts_on, month, 100), zone)
      const due = periodsDue(of, { after_index: 0, until: last, zone })
      expect(due).toHaveLength(100)
      due.forEach(({ index, starts_on: first_on, due_at }) => {
        expect(first_on).toBe(periodStart(starts_on, month, index))
        expect(localDate(due_at, zone)).toBe(first_on)
        const a_moment_before = new Date(Date.parse(due_at) - 1).toISOString()
        expect(compareDates(localDate(a_moment_before, zone), first_on)).toBe(-1)
      })
    }
  )

  const anchors = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2024-01-01", days))
  const intervals = fc.record({
    unit: fc.constantFrom("day", "week", "month", "year"),
    count: fc.integer({ min: 1, max: 4 }),
  })
  /** Lengths of being there and of pausing, in turn. */
  const rhythm = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 60 })), {
    maxLength: 5,
  })
  const pausesFrom = (anchor: CalendarDate, turns: readonly (readonly [number, number])[]) => {
    let day = anchor
    return turns.map(([there, away]) => {
      const starts_on = addDays(day, there)
      day = addDays(starts_on, away)
      return pause(starts_on, day)
    })
  }

  it("HOLD-4: no paid day is lost or given twice, whatever is put on hold", () => {
    fc.assert(
      fc.property(anchors, intervals, rhythm, (starts_on, interval, turns) => {
        const holds = pausesFrom(starts_on, turns)
        const of = extend({ starts_on, interval, seats: [span({ holds })] })
        const periods = [firstPeriod(of, "UTC")!, ...following(of, 12)]
        periods.forEach((period, at) => {
          const held = heldDaysIn(period, holds)
          const paid = daysBetween({
            from: periodStart(starts_on, interval, at),
            to: periodStart(starts_on, interval, at + 1),
          })
          expect(daysBetween({ from: period.starts_on, to: period.ends_on! }) - held).toBe(paid)
          if (at > 0) expect(period.starts_on).toBe(periods[at - 1]!.ends_on)
        })
      })
    )
  })

  it("BILL-1: catching up in any steps gives the same periods, each once and in order", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        anchors,
        intervals,
        rhythm,
        gaps,
        fc.constantFrom(...ZONES),
        (starts_on, interval, turns, steps, zone) => {
          const of = extend({ starts_on, interval, seats: [span({ holds: pausesFrom(starts_on, turns) })] })
          let day = starts_on
          let after_index = 0
          const in_steps = steps.flatMap((days) => {
            day = addDays(day, days)
            const due = periodsDue(of, { after_index, until: startOfLocalDay(day, zone), zone })
            after_index = due.at(-1)?.index ?? after_index
            return due
          })
          expect(in_steps).toEqual(
            periodsDue(of, { after_index: 0, until: startOfLocalDay(day, zone), zone })
          )
          in_steps.slice(1).forEach(({ due_at }, at) => {
            expect(compareInstants(in_steps[at]!.due_at, due_at)).toBe(-1)
          })
        }
      ),
      { numRuns: 40 }
    )
  })
})

function heldDaysIn(
  period: PeriodDays,
  holds: readonly { starts_on: string; resumes_on: string | null }[]
): number {
  return holds.reduce((sum, { starts_on, resumes_on }) => {
    const from = starts_on > period.starts_on ? starts_on : period.starts_on
    const to = resumes_on! < period.ends_on! ? resumes_on! : period.ends_on!
    return sum + Math.max(0, daysBetween({ from, to }))
  }, 0)
}

describe("BILL-7: on the common billing day", () => {
  /** Sold on 17 January 2027 with the day 1: counted from 1 January. */
  const joined = (change: Partial<BillingCalendar> = {}) =>
    extend({ starts_on: "2027-01-01", keeps_billing_day: true, ...change })
  const holds = (...pauses: ReturnType<typeof pause>[]) => joined({ seats: [span({ holds: pauses })] })
  const rest = (of: BillingCalendar) =>
    following(of, 3).map(({ index, starts_on, ends_on, rest_of }) => [
      index,
      starts_on,
      ends_on,
      rest_of?.starts_on,
    ])

  it("BILL-8: full periods follow, on the day", () => {
    expect(starts(joined())).toEqual(["2027-02-01", "2027-03-01", "2027-04-01", "2027-05-01"])
  })

  it.each<[why: string, of: BillingCalendar, expected: unknown[]]>([
    [
      "ten days on hold put off what follows by ten days, up to the day",
      holds(pause("2027-01-18", "2027-01-28")),
      [
        [1, "2027-02-11", "2027-03-01", "2027-02-01"],
        [2, "2027-03-01", "2027-04-01", undefined],
        [3, "2027-04-01", "2027-05-01", undefined],
      ],
    ],
    [
      "a period that lies in what was put off is none",
      holds(pause("2027-01-20", "2027-03-01")),
      [
        [2, "2027-03-13", "2027-04-01", "2027-03-01"],
        [3, "2027-04-01", "2027-05-01", undefined],
        [4, "2027-05-01", "2027-06-01", undefined],
      ],
    ],
    [
      "a hold that begins on the day itself (HOLD-8)",
      holds(pause("2027-02-01", "2027-02-06")),
      [
        [1, "2027-02-06", "2027-03-01", "2027-02-01"],
        [2, "2027-03-01", "2027-04-01", undefined],
        [3, "2027-04-01", "2027-05-01", undefined],
      ],
    ],
    [
      "put off to the day itself: a full period",
      holds(pause("2027-01-01", "2027-01-29")),
      [
        [2, "2027-03-01", "2027-04-01", undefined],
        [3, "2027-04-01", "2027-05-01", undefined],
        [4, "2027-05-01", "2027-06-01", undefined],
      ],
    ],
    [
      "two holds, each by its own days",
      holds(pause("2027-01-18", "2027-01-28"), pause("2027-03-10", "2027-03-13")),
      [
        [1, "2027-02-11", "2027-03-01", "2027-02-01"],
        [2, "2027-03-01", "2027-04-04", undefined],
        [3, "2027-04-04", "2027-05-01", "2027-04-01"],
      ],
    ],
    ["a hold without an end: nothing is known to follow", holds(pause("2027-01-20")), []],
    [
      "told late: what was charged by then is not charged again, and its own days on hold still count",
      { ...holds(pause("2027-01-20", "2027-02-04")), billed_from_on: "2027-02-01" },
      [
        [1, "2027-02-01", "2027-03-04", undefined],
        [2, "2027-03-04", "2027-04-01", "2027-03-01"],
        [3, "2027-04-01", "2027-05-01", undefined],
      ],
    ],
    [
      "holds that skip dues never moved it",
      joined({ hold_effect: "skip_dues", seats: [span({ holds: [pause("2027-01-18", "2027-01-28")] })] }),
      [
        [1, "2027-02-01", "2027-03-01", undefined],
        [2, "2027-03-01", "2027-04-01", undefined],
        [3, "2027-04-01", "2027-05-01", undefined],
      ],
    ],
  ])("HOLD-4: %s", (_why, of, expected) => {
    expect(rest(of)).toEqual(expected)
  })

  it("TIME-4: the day begins at the local midnight in every zone, over changes of the clocks", () => {
    for (const zone of ZONES) {
      const periods = periodsDue(joined(), { after_index: 0, until: "2028-02-02T00:00:00.000Z", zone })
      for (const { due_at, starts_on } of periods) {
        expect(starts_on.slice(8)).toBe("01")
        expect(due_at).toBe(startOfLocalDay(starts_on, zone))
      }
    }
  })

  it("HOLD-4: with holds at random every day is paid once or on hold, and whole periods begin on the day", () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 50 })), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(gaps, (lengths) => {
        let day = "2027-01-01"
        const pauses = lengths.map(([gap, length]) => {
          const from = addDays(day, gap)
          day = addDays(from, length)
          return pause(from, day)
        })
        const of = holds(...pauses)
        const until = `${addDays(day, 100)}T00:00:00.000Z`
        const periods = periodsDue(of, { after_index: 0, until, zone: "UTC" })
        expect(periods.at(-1)!.starts_on > day).toBe(true)
        const paid = (from: CalendarDate, until: CalendarDate) =>
          pauses.reduce(
            (left, { starts_on, resumes_on }) => {
              const [a, b] = [starts_on > from ? starts_on : from, resumes_on! < until ? resumes_on! : until]
              return a < b ? left - daysBetween({ from: a, to: b }) : left
            },
            daysBetween({ from, to: until })
          )
        for (const { starts_on, ends_on, rest_of } of periods) {
          expect(rest_of !== undefined).toBe(starts_on.slice(8) !== "01")
          const full = rest_of ?? { ends_on: periodStart(starts_on, month, 1) }
          expect(paid(starts_on, ends_on!)).toBe(daysBetween({ from: starts_on, to: full.ends_on }))
        }
      })
    )
  })
})
