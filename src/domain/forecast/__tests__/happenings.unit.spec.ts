import type { Charge } from "../../billing/charges"
import { dueCharges } from "../../billing/due-charges"
import { membershipFacts } from "../../memberships/facts"
import { ends, held, seat } from "../../seats/__tests__/fixtures"
import type { Seat } from "../../seats/types"
import { startOfLocalDay } from "../../time/calendar"
import type { CalendarDate } from "../../time/types"
import { dayTotals, kindTotals } from "../days"
import { type ForecastInput, happeningsOf } from "../happenings"
import { HAPPENING_KINDS } from "../types"
import { whyOf } from "../why"

const zone = "Europe/Berlin"
const NOW = "2027-03-01T11:00:00.000Z"
const MONTH = { unit: "month", count: 1 } as const

interface Given {
  readonly seats?: readonly Seat[]
  readonly ends_on?: CalendarDate | null
  readonly renews?: boolean
  readonly credits?: number
  readonly from_on?: CalendarDate
  readonly until_on?: CalendarDate
}

/** A monthly membership in Berlin, from 1 March on. */
function told({ seats = [seat(1, { price_minor: 4900 })], renews = true, ends_on = null, ...given }: Given) {
  const { from_on = "2027-03-01", until_on = "2027-05-01" } = given
  const spans = seats.map(({ starts_on, cancellation, holds }) => ({
    ...{ starts_on, holds, canceled_on: cancellation?.canceled_on ?? null },
  }))
  const membership = {
    ...{ id: "mship_1", zone, seats, ends_on, renews, starts_on: "2027-03-01", interval: MONTH },
    ...{ policy: { effect: "skip_dues", reprice_remaining: false } as const, suspended_at: null },
    ...{ purchaser_customer_id: "cus_1", chart: { price_chart_id: "chart_1", chart_version: 1 } },
  }
  const progress = { after_index: 0, charged_hold_ids: [], discounts: [] }
  const cadence = {
    ...{ time_zone: zone, starts_on: "2027-03-01", ends_on, must_start_by_on: null, validity: MONTH },
    ...{ interval: MONTH, renews, extends_by_holds: false, canceled_on: null },
    rollover: { mode: "none", max: null, expires_after_periods: null } as const,
  }
  const facts = membershipFacts({
    ...{ starts_on: "2027-03-01", ends_on, must_start_by_on: null, validity: MONTH, time_zone: zone },
    ...{ activated_at: NOW, voided_at: null, renews, seats: spans },
  })
  const entitlement = given.credits
    ? ({ type: "credits", credits: given.credits, per: "period", scope: "shared" } as const)
    : ({ type: "unlimited" } as const)
  const until = startOfLocalDay(until_on, zone)
  const input: ForecastInput = {
    ...{ membership_id: "mship_1", zone, seats, grants: [], now: NOW, from_on, until_on },
    phases: [
      {
        ...{ from: null, facts },
        credits: {
          ...{ id: "mship_1", cadence, seats: spans.map((span, at) => ({ ...span, id: seats[at]!.id })) },
          plan: { entitlement, credits_belong_to: "membership", service_ids: null },
        },
      },
    ],
    due: dueCharges(membership, progress, until).filter(({ period }) => period.due_at < until),
    taxed: (charge: Charge) => ({
      ...charge,
      ...{
        charge_id: null,
        status: "scheduled",
        currency_code: "eur",
        is_tax_inclusive: false,
        tax_minor: 0,
      },
      lines: charge.lines.map((line) => ({ ...line, taxes: [], tax_minor: 0 })),
      total_minor: charge.subtotal_minor,
    }),
    ...{ open: [], ageing: [], notices: [] },
  }
  return happeningsOf(input)
}

const short = (given: Given) =>
  told(given).map(({ kind, day, seat_ids, charge, credits }) =>
    [
      ...[day, kind, ...seat_ids],
      ...(charge ? [charge.total_minor] : []),
      ...(credits ? [`${credits.credits}/${credits.value_minor}`] : []),
    ].join(" ")
  )

const pause = (from: string, to: string | null) => [held(from, to, from)]

describe("what happens next", () => {
  it.each<[string, Given, string[]]>([
    ["it renews each month", {}, ["2027-04-01 charge 4900"]],
    ["only the days that are asked about", { from_on: "2027-04-02" }, []],
    [
      "the first of them too, and the last not",
      { from_on: "2027-04-01", until_on: "2027-05-01" },
      ["2027-04-01 charge 4900"],
    ],
    ["a term that does not renew ends", { renews: false, ends_on: "2027-04-01" }, ["2027-04-01 term_ends"]],
    [
      "a hold, the dues that it skips, and the way back",
      { seats: [seat(1, { holds: pause("2027-03-20", "2027-04-10") })] },
      ["2027-03-20 hold_begins s1", "2027-04-01 dues_skipped s1", "2027-04-10 hold_ends s1"],
    ],
    [
      "a seat goes, the others pay on; what happens to several on one day is one",
      {
        seats: [
          seat(1, { price_minor: 4900, holds: pause("2027-03-05", "2027-03-06") }),
          seat(2, { cancellation: ends("2027-03-15"), holds: pause("2027-03-05", "2027-03-06") }),
        ],
      },
      [
        ...["2027-03-05 hold_begins s1 s2", "2027-03-06 hold_ends s1 s2"],
        ...["2027-03-15 seats_canceled s2", "2027-04-01 charge 4900"],
      ],
    ],
    [
      "the whole is canceled before it renews",
      { seats: [seat(1, { cancellation: ends("2027-03-31") })] },
      ["2027-03-31 membership_canceled", "2027-03-31 seats_canceled s1"],
    ],
    [
      "credits come with each payment, worth what is paid, and expire with the next period",
      { seats: [seat(1, { price_minor: 4900 })], credits: 7, until_on: "2027-05-02" },
      [
        ...["2027-04-01 charge 4900", "2027-04-01 credits_given 7/4900"],
        ...["2027-05-01 credits_expire 7/4900", "2027-05-01 charge 4900", "2027-05-01 credits_given 7/4900"],
      ],
    ],
  ])("REPORT-3: %s", (_why, given, expected) => {
    expect(short(given)).toEqual(expected)
  })

  it("REPORT-3: the sums of the days are the sums of all, by kind and currency", () => {
    const all = told({ credits: 7, until_on: "2027-06-02" }).map((each, index) => ({
      ...each,
      currency_code: index % 2 ? "eur" : "sek",
    }))
    const add = (kinds: ReturnType<typeof kindTotals>) => {
      const sums: Record<string, number> = {}
      for (const { kind, currency_code, count, total_minor, credits } of kinds) {
        const key = `${kind}:${currency_code}`
        sums[key] = (sums[key] ?? 0) + count + 1000 * (total_minor ?? 0) + 10 * (credits ?? 0)
      }
      return sums
    }
    expect(add(dayTotals(all).flatMap(({ kinds }) => kinds))).toEqual(add(kindTotals(all)))
    expect(kindTotals(all).reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
  })

  it("REPORT-3: each has a rule of the rulebook and a sentence", () => {
    for (const kind of HAPPENING_KINDS) {
      const { rule, sentence } = whyOf({ kind, reason: null })
      expect([rule, sentence]).toEqual([expect.stringMatching(/^[A-Z]+-\d+$/), expect.stringMatching(/\.$/)])
    }
    expect(whyOf({ kind: "plan_changes", reason: "seats_above_limit" }).sentence).toMatch(/cannot be done/)
  })
})
