import { ends, held, seat } from "../../seats/__tests__/fixtures"
import { startOfLocalDay } from "../../time/calendar"
import type { BilledMembership, BillingProgress } from "../billed-membership"
import { decideConversion, type ConversionFacts } from "../decide-conversion"
import { dueCharges } from "../due-charges"
import { chargesUntil } from "./fixtures"

const zone = "Europe/Berlin"
const month = { unit: "month", count: 1 } as const
const fortnight = { unit: "day", count: 14 } as const
const policy = { effect: "extend", reprice_remaining: false } as const
const at = (day: string) => startOfLocalDay(day, zone)

/** Two weeks for 15.00 from 10 February 2027, paid with the sale. */
const offer = (change: Partial<BilledMembership> = {}): BilledMembership => ({
  ...{ id: "ms_1", starts_on: "2027-02-10", interval: null, ends_on: "2027-02-24", renews: false },
  ...{ policy, zone, chart: { price_chart_id: "try", chart_version: 1 } },
  ...{ purchaser_customer_id: "cus_anna", suspended_at: null, seats: [seat(1, { price_minor: 1500 })] },
  ...change,
})

const to: ConversionFacts["to"] = {
  ...{
    id: "mpchg_1",
    audience: "individual",
    proration: false,
    classifications: new Map(),
    unpaid_seats: [],
  },
  chart: { price_chart_id: "monthly", chart_version: 3 },
  rows: [
    {
      ...{ position: 1, label: "Member", classification_id: null, required: false, unlimited: false },
      ...{ price_minor: 4500, tax_rate: null },
    },
  ],
  plan: { plan_id: "plan_monthly", interval: month, validity: month, renews: true, policy },
}

const sale: BillingProgress = { after_index: 0, charged_hold_ids: [], discounts: [] }
const from = { offer: { converts_to_plan_id: "plan_monthly" }, validity: fortnight }

const decide = (change: Partial<ConversionFacts> = {}) =>
  decideConversion({ membership: offer(), progress: sale, to, from, now: at("2027-02-12"), ...change })

const planned = (membership = offer()) => ({ ...membership, change: { ...to, from_index: null } })
const told = (membership: BilledMembership, until: string, progress = sale) =>
  chargesUntil({ membership, progress }, at(until)).map(
    ({ period_key, starts_on, subtotal_minor, price_chart_id }) =>
      [period_key, starts_on, subtotal_minor, price_chart_id].join(" ")
  )

describe("what follows an introductory offer", () => {
  it("PLAN-8: a full period at the price that was agreed to, from the day on which the offer ends", () => {
    expect(decide()).toMatchObject({
      change: { changes_on: "2027-02-24", direction: "upgrade", due_minor: 4500, credit: null, days_lost: 0 },
      ...{ from_index: 1, on_plan: null },
      charges: [{ period_key: "period:1", starts_on: "2027-02-24", ends_on: "2027-03-24" }],
    })
    expect(told(planned(), "2027-02-23")).toEqual([])
    expect(told(planned(), "2027-05-01")).toEqual([
      "period:1 2027-02-24 4500 monthly",
      "period:2 2027-03-24 4500 monthly",
      "period:3 2027-04-24 4500 monthly",
    ])
  })

  it("PLAN-8: without consent it ends by itself, and nothing is charged", () => {
    expect(told(offer(), "2028-01-01")).toEqual([])
  })

  it("PLAN-8, TERM-1: it is on the plan from that day, for as long as that renews", () => {
    const [first] = dueCharges(planned(), sale, at("2027-02-24"))
    expect(first!.changed).toMatchObject({
      ...{ refused: null, changes_on: "2027-02-24", index: 1, sold_ends_on: "2027-03-24" },
      membership: { starts_on: "2027-02-24", anchor_index: 1, renews: true, interval: month },
    })
    expect(first!.progress.after_index).toBe(1)
  })

  it("PLAN-8, HOLD-4: days on hold put it off with the end of the offer", () => {
    const seats = [seat(1, { price_minor: 1500, holds: [held("2027-02-15", "2027-02-20")] })]
    expect(told(planned(offer({ seats, ends_on: "2027-03-01" })), "2027-03-15")).toEqual([
      "period:1 2027-03-01 4500 monthly",
    ])
  })

  it("PLAN-8, CANCEL-1: who cancels the offer is charged for nothing", () => {
    const seats = [seat(1, { cancellation: ends("2027-02-24") })]
    expect(told(planned(offer({ seats })), "2028-01-01")).toEqual([])
  })

  it("PLAN-8: of an offer that is paid by the month, its own periods come first", () => {
    const monthly = offer({ interval: month, ends_on: "2027-05-10" })
    expect(told(planned(monthly), "2027-06-11")).toEqual([
      "period:1 2027-03-10 1500 try",
      "period:2 2027-04-10 1500 try",
      "period:3 2027-05-10 4500 monthly",
      "period:4 2027-06-10 4500 monthly",
    ])
    expect(decide({ membership: monthly }).from_index).toBe(3)
  })

  it("PLAN-8: what the rows do not fit any more is refused once, and the offer has ended", () => {
    const change = { ...to, rows: [], from_index: null }
    const due = dueCharges({ ...offer(), change }, sale, at("2028-01-01"))
    expect(due).toHaveLength(1)
    expect(due[0]).toMatchObject({ charges: [], changed: { id: "mpchg_1" }, progress: { after_index: 0 } })
    expect(due[0]!.changed!.refused).not.toBeNull()
    expect(dueCharges(due[0]!.membership, due[0]!.progress, at("2028-01-01"))).toEqual([])
  })

  it.each<[string, Partial<ConversionFacts>, string, string | undefined]>([
    [
      "another plan",
      { from: { ...from, offer: { converts_to_plan_id: "other" } } },
      "not_eligible",
      "not_the_follower",
    ],
    ["a plan that is no offer", { from: { ...from, offer: null } }, "not_eligible", "not_the_follower"],
    [
      "a plan that does not recur",
      { to: { ...to, plan: { ...to.plan, interval: null } } },
      "not_eligible",
      "not_recurring",
    ],
    [
      "an offer that has not begun",
      { membership: offer({ starts_on: null, ends_on: null }) },
      "not_eligible",
      "no_period",
    ],
    ["an offer that is over", { now: at("2027-02-24") }, "membership_ended", undefined],
    [
      "a canceled one",
      { membership: offer({ seats: [seat(1, { cancellation: ends("2027-02-20") })] }) },
      "already_canceled",
      undefined,
    ],
  ])("PLAN-8: refuses %s", (_, change, code, reason) => {
    expect(() => decide(change)).toThrow(
      expect.objectContaining({ code, ...(reason ? { details: expect.objectContaining({ reason }) } : {}) })
    )
  })
})
