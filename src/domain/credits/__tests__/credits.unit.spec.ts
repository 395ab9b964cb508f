import { SYSTEM } from "../../actor"
import { nextPeriodDays } from "../../billing/periods"
import { addDays } from "../../time/calendar"
import { adjustGrant } from "../adjust"
import { periodOf } from "../credit-periods"
import { chooseGrants } from "../choose-grants"
import { exhaustedGrant } from "../exhaustion"
import { give } from "../give"
import { periodDates, realigned, repurchaseDates } from "../grant-dates"
import { grantsOfPeriod } from "../grants-of-period"
import { post } from "../ledger"
import { exchangeCredits, transferCredits } from "../move-credits"
import { settleDue } from "../settle-due"
import type { CreditGrant } from "../types"
import { isUsable } from "../usable"
import { redeemReserved, release, takeEntry, undo } from "../use-credits"
import { compareUseOrder } from "../use-order"
import { valueOf } from "../value"
import { valuesOfSale } from "../value-of-sale"
import { CLOCK_CHANGES } from "./clock-changes"
import { cadence, grant, ids, NOON, why } from "./fixtures"

const refusal = (run: () => unknown): string | undefined => {
  try {
    run()
  } catch (error) {
    return (error as { code?: string }).code
  }
  return undefined
}
const at = (day: string) => `${day}T11:00:00.000Z`
const use = (change = {}) => ({
  seat_id: null,
  service_id: "yoga",
  credits: 1,
  at: NOON,
  now: NOON,
  ...change,
})

describe("use order", () => {
  it("CREDIT-2: the narrowest scope, then the soonest expiry, then the oldest grant, then the id", () => {
    const ordered = [
      grant({ id: "one service", service_ids: ["yoga"], expires_at: null }),
      grant({ id: "two services", service_ids: ["yoga", "spin"] }),
      grant({ id: "a", granted_at: at("2026-12-01") }),
      grant({ id: "b", granted_at: at("2026-12-02") }),
      grant({ id: "c", granted_at: at("2026-12-02") }),
      grant({ id: "coming", granted_at: null }),
      grant({ id: "later", expires_at: at("2027-03-01"), granted_at: at("2026-01-01") }),
      grant({ id: "never", expires_at: null }),
    ]
    for (const shuffled of [[...ordered].reverse(), [...ordered.slice(3), ...ordered.slice(0, 3)]])
      expect(shuffled.sort(compareUseOrder).map(({ id }) => id)).toEqual(ordered.map(({ id }) => id))
  })

  it("CREDIT-2, CREDIT-3: takes from several grants in that order, all or nothing; staff may choose another", () => {
    const grants = [
      grant({ id: "wide", available: 2 }),
      grant({ id: "narrow", service_ids: ["yoga"], available: 1 }),
    ]
    expect(chooseGrants(grants, use({ credits: 3 }), "redeem")).toEqual([
      { grant_id: "narrow", credits: 1 },
      { grant_id: "wide", credits: 2 },
    ])
    expect(refusal(() => chooseGrants(grants, use({ credits: 4 }), "redeem"))).toBe("insufficient_credits")
    expect(chooseGrants(grants, use(), "redeem", "wide")).toEqual([{ grant_id: "wide", credits: 1 }])
    expect(refusal(() => chooseGrants(grants, use({ credits: 3 }), "redeem", "wide"))).toBe(
      "insufficient_credits"
    )
  })
})

describe("what is usable", () => {
  it.each([
    [{}, {}, true, "in its time"],
    [{ service_ids: ["spin"] }, {}, false, "PLAN-5: another service"],
    [{ service_ids: ["spin"] }, { service_id: null }, false, "PLAN-5: no service in particular"],
    [{ seat_id: "s1" }, { seat_id: "s2" }, false, "CREDIT-7: another seat's"],
    [{ seat_id: "s1" }, { seat_id: "s1" }, true, "CREDIT-7: the seat's own"],
    [{}, { at: "2026-12-31T22:59:59.999Z" }, false, "before its first day"],
    [{}, { at: "2027-01-31T22:59:59.999Z" }, true, "TIME-2: the last instant"],
    [{}, { at: "2027-01-31T23:00:00.000Z" }, false, "TIME-2: the first instant without it"],
    [{}, { now: "2027-01-31T23:00:00.000Z" }, false, "CREDIT-5: a visit told after the expiry"],
    [{ revokes_at: NOON }, {}, false, "the seat has ended"],
    [
      { starts_at: null, expires_at: null },
      { at: "2028-01-01T00:00:00.000Z" },
      true,
      "TERM-2: waits for its first visit",
    ],
  ])("CREDIT-5: %j used as %j: %s (%s)", (change, of, expected, _why) => {
    expect(isUsable(grant(change), use(of))).toBe(expected)
  })

  it.each([
    ["America/New_York", "2027-03-14", "2027-03-14T05:00:00.000Z", "the day that is an hour short"],
    ["America/New_York", "2027-03-15", "2027-03-15T04:00:00.000Z", "the day after it"],
    ["Europe/Stockholm", "2027-03-29", "2027-03-28T22:00:00.000Z", "after the night that lost an hour"],
    ["Australia/Sydney", "2027-10-03", "2027-10-02T14:00:00.000Z", "spring in October"],
  ])("CREDIT-5: in %s credits that end on %s end at %s: %s", (time_zone, ends_on, expected) => {
    const dates = periodDates(cadence({ time_zone, interval: null, ends_on }), 0, [])
    expect(dates).toMatchObject({ expires_on: ends_on, expires_at: expected })
  })
})

describe("what a period gives", () => {
  const give_for = (change: object, seats = 2) =>
    grantsOfPeriod({
      ...{ membership_id: "m1", period_index: 1, time_zone: "Europe/Berlin", newId: ids("g") },
      plan: {
        ...{ entitlement: { type: "credits", credits: 5, per: "period", scope: "shared" } },
        ...{ credits_belong_to: "membership", service_ids: ["yoga", "spin"], ...change },
      } as never,
      seats: Array.from({ length: seats }, (_, n) => ({
        ...{ id: `s${n + 1}`, value_minor: 101, starts_on: null, canceled_on: null, holds: [] },
      })),
      datesOf: () => periodDates(cadence(), 1, []),
    }).map(({ seat_id, service_ids, credits, value_minor }) => [seat_id, service_ids, credits, value_minor])

  it("PLAN-4, PLAN-5, CREDIT-7, CREDIT-10: pooled or per seat, shared or separate; the money splits without loss", () => {
    const separate = { entitlement: { type: "credits", credits: 5, per: "period", scope: "separate" } }
    expect(give_for({})).toEqual([[null, ["yoga", "spin"], 5, 202]])
    expect(give_for({ credits_belong_to: "seat" })).toEqual([
      ["s1", ["yoga", "spin"], 5, 101],
      ["s2", ["yoga", "spin"], 5, 101],
    ])
    expect(give_for({ ...separate, credits_belong_to: "seat" })).toEqual([
      ["s1", ["yoga"], 5, 51],
      ["s1", ["spin"], 5, 50],
      ["s2", ["yoga"], 5, 51],
      ["s2", ["spin"], 5, 50],
    ])
    expect(give_for({ ...separate, service_ids: null })).toEqual([[null, null, 5, 202]])
    expect(give_for({ entitlement: { type: "unlimited" } })).toEqual([])
  })

  it("PLAN-3, TERM-2: while a term waits for its first visit its credits are usable, and end as if it began last", () => {
    const waiting = cadence({ starts_on: null, interval: null, validity: { unit: "month", count: 3 } })
    expect(periodDates(waiting, 0, [])).toMatchObject({ starts_at: null, expires_on: null })
    const limited = { ...waiting, must_start_by_on: "2027-02-28" }
    expect(periodDates(limited, 0, [])).toMatchObject({ starts_at: null, expires_on: "2027-05-28" })
    const begun = { ...limited, starts_on: "2027-01-31", must_start_by_on: null, ends_on: "2027-04-30" }
    const first = grant({ starts_on: null, period_index: 0 })
    expect(realigned(first, begun, { seats: [], now: NOON })).toMatchObject({
      starts_on: "2027-01-31",
      expires_on: "2027-04-30",
    })
  })

  it("BILL-10: a change of plan counts periods anew; what the former plan gave keeps its days and does not roll over", () => {
    const rollover = { mode: "all", max: null, expires_after_periods: 1 } as const
    const changed = cadence({ starts_on: "2027-01-10", anchor_index: 4, plan_from_index: 4, rollover })
    expect([
      periodOf(changed, NOON),
      periodOf(changed, at("2027-03-09")),
      periodOf(changed, at("2027-03-10")),
    ]).toEqual([4, 5, 6])
    expect(periodDates(changed, 5, [])).toMatchObject({ starts_on: "2027-02-10", expires_on: "2027-03-10" })
    const former = grant({ period_index: 3 })
    expect(realigned(former, changed, { seats: [], now: NOON })).toMatchObject({
      ...{ starts_on: "2027-01-01", expires_on: "2027-02-01" },
    })
    const settled = (period_index: number) =>
      settleDue({ grants: [grant({ period_index })], cadence: changed, now: at("2027-02-02"), newId: ids() })
    expect(settled(3).entries.map(({ kind }) => kind)).toEqual(["expire"])
    expect(settled(4).entries.map(({ kind }) => kind)).toEqual(["roll_over", "roll_over"])
  })

  it("TIME-3: periods are counted from the anchor and end with the term where the plan does not renew", () => {
    const anchored = cadence({ starts_on: "2027-01-31", renews: false, ends_on: "2027-04-15" })
    const days = [0, 1, 2]
      .map((index) => periodDates(anchored, index, []))
      .map((each) => [each.starts_on, each.expires_on])
    expect(days).toEqual([
      ["2027-01-31", "2027-02-28"],
      ["2027-02-28", "2027-03-31"],
      ["2027-03-31", "2027-04-15"],
    ])
    expect(repurchaseDates(cadence({ validity: { unit: "day", count: 30 } }), "2027-02-01")).toMatchObject({
      ...{ starts_on: "2027-02-01", expires_on: "2027-03-03" },
    })
  })

  it("HOLD-4: days on hold move the expiry where the plan extends, counted anew each time", () => {
    const hold = { kind: "hold" as const, starts_on: "2027-01-10", resumes_on: "2027-01-20" }
    const seats = [{ starts_on: null, canceled_on: null, holds: [hold] }]
    const extends_by_holds = cadence({ extends_by_holds: true, seats })
    expect(periodDates(extends_by_holds, 0, seats).expires_on).toBe("2027-02-11")
    expect(periodDates(cadence(), 0, seats).expires_on).toBe("2027-02-01")
    // The next period begins ten days later, and lasts as long.
    expect(periodDates(extends_by_holds, 1, seats)).toMatchObject({
      ...{ starts_on: "2027-02-11", expires_on: "2027-03-11" },
    })
    const open = [{ ...seats[0]!, holds: [{ ...hold, resumes_on: null }] }]
    expect(periodDates(extends_by_holds, 0, open).expires_on).toBeNull()
    const gift = grant({ source: "adjust", period_index: null, given_expires_on: "2027-01-15" })
    expect(realigned(gift, extends_by_holds, { seats, now: NOON }).expires_on).toBe("2027-01-25")
    expect(
      realigned({ ...gift, given_expires_on: "2027-01-25" }, extends_by_holds, { seats: [], now: NOON })
        .expires_on
    ).toBe("2027-01-25")
  })

  it.each<[why: string, holds: [string, string | null][], days: [string, string | null][]]>([
    [
      "a hold longer than a period",
      [["2027-01-10", "2027-03-20"]],
      [
        ["2027-01-01", "2027-04-11"],
        ["2027-04-11", "2027-05-09"],
        ["2027-05-09", "2027-06-09"],
      ],
    ],
    [
      "one from the day of a renewal on",
      [["2027-02-01", "2027-02-11"]],
      [
        ["2027-01-01", "2027-02-01"],
        ["2027-02-11", "2027-03-11"],
        ["2027-03-11", "2027-04-11"],
      ],
    ],
    [
      "two, one of them in the next period",
      [
        ["2027-01-10", "2027-01-20"],
        ["2027-02-20", "2027-02-25"],
      ],
      [
        ["2027-01-01", "2027-02-11"],
        ["2027-02-11", "2027-03-16"],
        ["2027-03-16", "2027-04-16"],
      ],
    ],
    [
      "one without an end",
      [["2027-02-10", null]],
      [
        ["2027-01-01", "2027-02-01"],
        ["2027-02-01", null],
        ["2027-03-01", null],
      ],
    ],
  ])(
    "CREDIT-5, HOLD-4: credits live as long as the period that they are charged with, over %s",
    (_why, held, days) => {
      const holds = held.map(([starts_on, resumes_on]) => ({ kind: "hold" as const, starts_on, resumes_on }))
      const seats = [{ starts_on: null, canceled_on: null, holds }]
      const put_off = cadence({ extends_by_holds: true, seats })
      const given = days.map((_, index) => periodDates(put_off, index, seats))
      expect(given.map(({ starts_on, expires_on }) => [starts_on, expires_on])).toEqual(days)
      // Given with the period's charge, before, in or after the hold: the days are the same, and nothing is there before.
      const calendar = { ...put_off, hold_effect: "extend" as const, seats }
      const charged = [nextPeriodDays(calendar, 0), nextPeriodDays(calendar, 1)]
      for (const [index, period] of charged.entries())
        if (period) expect(days[index + 1]![0]).toBe(period.starts_on)
      for (const [index, [starts_on, until_on]] of days.entries()) {
        if (until_on === null) continue
        expect(periodOf(put_off, at(starts_on))).toBe(index)
        expect(periodOf(put_off, at(addDays(until_on, -1)))).toBe(index)
      }
      const before = days.map((_, index) => ({ ...periodDates(cadence(), index, []), period_index: index }))
      const realign = (each: (typeof before)[number]) =>
        realigned(grant({ ...each, source: "period" }), put_off, { seats, now: NOON })
      expect(before.map(realign).map(({ starts_on, expires_on }) => [starts_on, expires_on])).toEqual(days)
    }
  )

  it("PLAN-7, HOLD-4: rolled credits last for as many days, whenever the hold is told", () => {
    const rollover = { mode: "all", max: null, expires_after_periods: 1 } as const
    const rolledOver = (holds: [string, string][]) => {
      const span = holds.map(([starts_on, resumes_on]) => ({ kind: "hold" as const, starts_on, resumes_on }))
      const seats = [{ starts_on: null, canceled_on: null, holds: span }]
      const put_off = cadence({ extends_by_holds: true, rollover, seats })
      const from = grant({ ...periodDates(put_off, 0, seats), period_index: 0 })
      const { grants } = settleDue({ grants: [from], cadence: put_off, now: at("2027-02-20"), newId: ids() })
      return { rolled: grants[0]!, seats, put_off }
    }
    const { rolled } = rolledOver([["2027-01-10", "2027-01-20"]])
    expect(rolled).toMatchObject({ starts_on: "2027-02-11", expires_on: "2027-03-11" })
    const planned = rolledOver([
      ["2027-01-10", "2027-01-20"],
      ["2027-03-01", "2027-03-06"],
    ])
    expect(planned.rolled).toMatchObject({ expires_on: "2027-03-16", given_expires_on: "2027-03-11" })
    const late = realigned({ ...grant(), ...rolled }, planned.put_off, { seats: planned.seats, now: NOON })
    expect(late.expires_on).toBe("2027-03-16")
  })

  it.each([
    ["2026-12-31", null, "before the term"],
    ["2027-01-31", 0, "the first"],
    ["2027-03-05", 2, "TERM-3: one that is still to come"],
    ["2027-05-01", null, "after the day on which it is canceled"],
  ])("TERM-3: on %s the period is %s: %s", (day, expected, _why) => {
    expect(periodOf(cadence({ canceled_on: "2027-05-01" }), at(day))).toBe(expected)
    expect(periodOf(cadence({ starts_on: null }), at(day))).toBeNull()
  })
})

describe("value", () => {
  it.each([
    [1, 3, 1000, 334],
    [2, 3, 1000, 667],
    [3, 3, 1000, 1000],
    [1, 2, 666, 333],
    [5, 10, 7, 5],
    [0, 0, 0, 0],
  ])("CREDIT-10: %i of %i credits worth %i are worth %i", (credits, of, value_minor, expected) => {
    expect(valueOf(credits, { of, value_minor })).toBe(expected)
  })

  it("CREDIT-10: what was paid after discount and before tax is split over the seats; the signup fee is none of it", () => {
    const seat = {
      row_position: 1,
      label: "",
      classification_id: null,
      sequence: 1,
      tax_rate: null,
      required: false,
      member_id: null,
    }
    const draft = {
      id: "d1",
      ...{ currency_code: "eur", first_period: null },
      seats: [
        { ...seat, amount: 60 },
        { ...seat, amount: 40 },
      ],
    }
    const line = (membership_line: string, net_total: string) => ({
      ...{
        id: membership_line,
        variant_id: "v",
        quantity: 1,
        unit_price: 1,
        compare_at_unit_price: null,
        net_total,
      },
      metadata: { membership_draft_id: "d1", membership_line },
    })
    expect(
      valuesOfSale(draft, [
        line("seat:1", "45.378151"),
        line("seat:2", "30.252101"),
        line("signup_fee", "20"),
      ])
    ).toEqual([4538, 3025])
    expect(valuesOfSale(draft, [])).toEqual([6000, 4000])
    const first_period = {
      starts_on: "2027-03-17",
      ends_on: "2027-04-01",
      anchor_on: "2027-03-01",
      days: 15,
      of_days: 31,
    }
    expect(valuesOfSale({ ...draft, first_period, seats: [{ ...seat, amount: 100 }] }, [])).toEqual([4839])
    const plain = { ...line("x", "10.01"), id: "l1", quantity: 2, metadata: null }
    const unit = (n: number) =>
      valuesOfSale({ ...draft, id: `msdr_l1_${n}`, seats: [{ ...seat, amount: 5 }] }, [plain])
    expect([unit(1), unit(2)]).toEqual([[501], [500]])
  })
})

describe("bookings and visits", () => {
  const reserved = takeEntry(grant({ credits: 3, value_minor: 1000 }), "reserve", 1, why("b"))
  const booked = post(grant({ credits: 3, value_minor: 1000 }), reserved)

  it("CREDIT-4: a booking keeps its credit with its value, attending uses it, releasing gives it back", () => {
    expect(booked).toMatchObject({
      available: 2,
      reserved: 1,
      available_value_minor: 666,
      reserved_value_minor: 334,
    })
    expect(post(booked, redeemReserved(booked, reserved, why("a")))).toMatchObject({
      available: 2,
      reserved: 0,
      reserved_value_minor: 0,
    })
    const back = release(booked, reserved, why("r"))
    expect(back).toMatchObject([
      { kind: "release", settles_key: "b", available: 1, available_value_minor: 334 },
    ])
    expect(post(booked, back[0]!)).toMatchObject({ available: 3, available_value_minor: 1000 })
  })

  it("CREDIT-9: an undone visit gives back what it took; after the expiry it stays expired", () => {
    const visit = takeEntry(grant(), "redeem", 2, why("v"))
    const after = post(grant(), visit)
    expect(undo(after, visit, why("u")).map(({ kind }) => kind)).toEqual(["release"])
    const late = undo(after, visit, why("u", { at: at("2027-02-05") }))
    expect(late.map(({ kind, available }) => [kind, available])).toEqual([
      ["release", 2],
      ["expire", -2],
    ])
    expect(late.reduce(post, after)).toMatchObject({ available: 8, available_value_minor: 8000 })
  })

  it("TERM-3: what was reserved of a coming period gets its value when that is given", () => {
    const coming = grant({
      credits: 4,
      value_minor: 1001,
      granted_at: null,
      available: 0,
      available_value_minor: 0,
    })
    const kept = post(coming, takeEntry(coming, "reserve", 3, why("b")))
    expect(kept).toMatchObject({ available: -3, reserved: 3, reserved_value_minor: 0 })
    expect(refusal(() => chooseGrants([kept], use({ credits: 2 }), "reserve"))).toBe("insufficient_credits")
    expect(refusal(() => chooseGrants([kept], use(), "redeem"))).toBe("insufficient_credits")
    const { key: _key, ...input } = why("")
    expect(post(kept, give(kept, input))).toMatchObject({
      available: 1,
      reserved: 3,
      available_value_minor: 250,
      reserved_value_minor: 751,
    })
  })
})

describe("on the days on which clocks change", () => {
  it.each(CLOCK_CHANGES)(
    "TERM-6, CREDIT-5, TIME-4: in %s clocks go %s on %s: a pack holds through %s, and is over at %s",
    (time_zone, _change, last_day, last_instant, ends_at) => {
      const term = { starts_on: addDays(last_day, -29), ends_on: addDays(last_day, 1) }
      const pack = cadence({ ...term, time_zone, interval: null, renews: false })
      const held = grant(periodDates(pack, 0, []))
      const usable = (change: { at: string; now: string }) => isUsable(held, use(change))
      expect(usable({ at: last_instant, now: last_instant })).toBe(true)
      expect(usable({ at: ends_at, now: ends_at })).toBe(false)
      // Nor does a visit bring it back that is told afterwards, while the job is late.
      expect(usable({ at: last_instant, now: ends_at })).toBe(false)

      const settled = (now: string, of: CreditGrant[] = [held]) =>
        settleDue({ grants: of, cadence: pack, now, newId: ids() }).entries
      expect(settled(last_instant)).toEqual([])
      const [expiry, ...others] = settled(ends_at)
      expect([expiry, others]).toMatchObject([{ kind: "expire", available: -10, at: ends_at }, []])
      expect(settled(`${addDays(last_day, 9)}T12:00:00.000Z`)).toEqual([expiry])
      expect(settled(ends_at, [post(held, expiry!)])).toEqual([])
    }
  )
})

describe("what time does", () => {
  const settle = (grants: CreditGrant[], rule: object, now: string) => {
    const change = settleDue({ grants, cadence: cadence(rule), now, newId: ids("n") })
    return {
      grants: change.grants.map(({ expires_on, credits, value_minor }) => [expires_on, credits, value_minor]),
      entries: change.entries.map(({ grant_id, kind, available, at: when }) => [
        grant_id,
        kind,
        available,
        when,
      ]),
    }
  }
  const rollover = (mode: string, max: number | null, expires_after_periods: number | null) => ({
    rollover: { mode, max, expires_after_periods },
  })
  const END = "2027-01-31T23:00:00.000Z"

  it.each([
    ["none", null, null, [], [["g1", "expire", -10, END]]],
    [
      "all",
      null,
      null,
      [[null, 10, 10_000]],
      [
        ["g1", "roll_over", -10, END],
        ["n00001", "roll_over", 10, END],
      ],
    ],
    [
      "up_to",
      4,
      1,
      [["2027-03-01", 4, 4000]],
      [
        ["g1", "roll_over", -4, END],
        ["n00001", "roll_over", 4, END],
        ["g1", "expire", -6, END],
      ],
    ],
  ])("PLAN-7, CREDIT-5: rollover %s of %s for %s further periods", (mode, max, periods, grants, entries) => {
    expect(settle([grant()], rollover(mode, max, periods), at("2027-02-10"))).toEqual({ grants, entries })
    expect(settle([grant()], rollover(mode, max, periods), "2027-01-31T22:59:59.999Z").entries).toEqual([])
  })

  it("PLAN-7: the cap trims the oldest that were rolled over before", () => {
    const carried = [0, 1].map((period_index) =>
      grant({
        id: `r${period_index}`,
        source: "roll_over",
        period_index,
        available: 2,
        available_value_minor: 20,
        expires_at: null,
      })
    )
    const { entries } = settle(
      [...carried, grant({ period_index: 2, available: 2, available_value_minor: 20 })],
      rollover("up_to", 3, null),
      at("2027-02-10")
    )
    expect(entries).toEqual([
      ["g1", "roll_over", -2, END],
      ["n00001", "roll_over", 2, END],
      ["r0", "expire", -2, END],
      ["r1", "expire", -1, END],
    ])
  })

  it("PLAN-7, CANCEL-1: nothing rolls over where no period follows; what ends with its seat is revoked", () => {
    const all = rollover("all", null, null)
    expect(settle([grant()], { ...all, canceled_on: "2027-02-01" }, at("2027-02-10")).entries).toEqual([
      ["g1", "expire", -10, END],
    ])
    expect(settle([grant({ revokes_at: NOON })], all, at("2027-02-10")).entries).toEqual([
      ["g1", "revoke", -10, NOON],
    ])
  })

  it("CREDIT-5: three periods late does what three runs in time do; what was paid after its end ends as it is given", () => {
    const rolled = settle([grant()], rollover("all", null, 1), at("2027-04-10"))
    expect(rolled.entries.map(([, kind, available]) => [kind, available])).toEqual([
      ["roll_over", -10],
      ["roll_over", 10],
      ["expire", -10],
    ])
    const late = settle([grant({ granted_at: at("2027-02-05") })], {}, at("2027-02-06"))
    expect(late.entries).toEqual([["g1", "expire", -10, at("2027-02-05")]])
  })
})

describe("staff", () => {
  it("CREDIT-9: adjusts with a reason; a gift has no value, taking away takes its share, ended credits stay ended", () => {
    const staff = why("k", { reason: "Because" })
    expect(adjustGrant(grant(), 2, staff)).toMatchObject({ available: 2, available_value_minor: 0 })
    expect(adjustGrant(grant(), -3, staff)).toMatchObject({ available: -3, available_value_minor: -3000 })
    expect(refusal(() => adjustGrant(grant(), -11, staff))).toBe("insufficient_credits")
    expect(refusal(() => adjustGrant(grant(), 1, why("k")))).toBe("reason_required")
    expect(refusal(() => adjustGrant(grant(), 1, { ...staff, at: at("2027-02-05") }))).toBe("credits_ended")
  })

  it("CREDIT-8: exchanges at the ratio with all the value and the soonest expiry; other credits are not touched", () => {
    const grants = [
      grant({ id: "a", service_ids: ["yoga"], available: 3, available_value_minor: 300 }),
      grant({
        id: "b",
        service_ids: ["yoga"],
        available: 9,
        available_value_minor: 900,
        expires_at: null,
        expires_on: null,
      }),
      grant({ id: "all" }),
    ]
    const exchanges = [{ from_service_id: "yoga", to_service_id: "spin", from_credits: 2, to_credits: 1 }]
    const input = {
      ...why("x"),
      grants,
      exchanges,
      from_service_id: "yoga",
      to_service_id: "spin",
      seat_id: null,
      newId: ids("n"),
    }
    const { grants: made, entries } = exchangeCredits({ ...input, times: 2 })
    expect(made).toMatchObject([
      { service_ids: ["spin"], credits: 2, value_minor: 400, expires_on: "2027-02-01" },
    ])
    expect(
      entries.map(({ grant_id, kind, available, available_value_minor }) => [
        grant_id,
        kind,
        available,
        available_value_minor,
      ])
    ).toEqual([
      ["a", "exchange", -3, -300],
      ["b", "exchange", -1, -100],
      ["n00001", "exchange", 2, 400],
    ])
    expect(refusal(() => exchangeCredits({ ...input, times: 7 }))).toBe("insufficient_credits")
    expect(refusal(() => exchangeCredits({ ...input, from_service_id: "spin", times: 1 }))).toBe(
      "exchange_not_allowed"
    )
  })

  it("CREDIT-8: a transfer keeps services, expiry and value; a plan that does not allow it says so", () => {
    const to = { membership_id: "m2", seat_id: "s9", revokes_at: null }
    const input = {
      ...why("t"),
      grants: [grant({ service_ids: ["yoga"] })],
      use: use({ credits: 4 }),
      grant_id: null,
      to,
      newId: ids("n"),
    }
    const { grants: made, entries } = transferCredits({ ...input, transferable: true })
    expect(made).toMatchObject([
      { ...to, service_ids: ["yoga"], credits: 4, value_minor: 4000, expires_on: "2027-02-01" },
    ])
    expect(entries.map(({ membership_id, available }) => [membership_id, available])).toEqual([
      ["m1", -4],
      ["m2", 4],
    ])
    expect(refusal(() => transferCredits({ ...input, transferable: false }))).toBe("transfer_not_allowed")
  })

  it("CREDIT-6: the last credit of a pack that renews itself names one charge; a booking keeps it from being the last", () => {
    const renewal = { mode: "on_exhaustion" } as const
    const empty = { available: 0, available_value_minor: 0 }
    const pack = [grant({ id: "b", ...empty }), grant({ id: "a", ...empty })]
    expect(exhaustedGrant(renewal, pack)).toBe("a")
    expect(exhaustedGrant(renewal, [...pack, grant({ id: "c", period_index: 1, ...empty })])).toBe("c")
    expect(exhaustedGrant(renewal, [...pack, grant({ id: "c", ...empty, reserved: 1 })])).toBeNull()
    expect(exhaustedGrant({ mode: "none" }, pack)).toBeNull()
  })

  it("CREDIT-1: every entry names its cause and its actor", () => {
    const entry = takeEntry(grant(), "redeem", 1, why("v"))
    expect(entry).toMatchObject({
      cause: { type: "visit", id: "v" },
      actor: SYSTEM,
      idempotency_key: "v",
      grant_id: "g1",
    })
  })
})
