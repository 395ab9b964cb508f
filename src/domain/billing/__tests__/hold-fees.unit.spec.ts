import { ends, held, seat } from "../../seats/__tests__/fixtures"
import type { SeatHold } from "../../seats/types"
import type { BilledMembership, BillingProgress } from "../billed-membership"
import { dueCharges, nextDueAt } from "../due-charges"
import { paysForNoPeriod } from "../fines"

const fee = (id: string, starts_on: string, resumes_on: string | null, change: Partial<SeatHold> = {}) => ({
  ...held(starts_on, resumes_on, id),
  fee_minor: 1000,
  ...change,
})
const MONTH = { unit: "month", count: 1 } as const
const membership = (change: Partial<BilledMembership> = {}): BilledMembership => ({
  ...{ id: "mship_1", zone: "Europe/Berlin", suspended_at: null, purchaser_customer_id: "cus_buyer" },
  ...{ starts_on: "2027-03-01", ends_on: null, interval: MONTH, renews: true },
  ...{ policy: { effect: "extend", reprice_remaining: false } },
  chart: { price_chart_id: "chart_1", chart_version: 1 },
  seats: [seat(1, { holds: [fee("h1", "2027-03-10", "2027-03-20")] })],
  ...change,
})
const START: BillingProgress = { after_index: 0, charged_hold_ids: [], discounts: [] }
/** What is charged until a day, as one run after the other makes it. */
const charged = (of: BilledMembership, ...days: string[]) => {
  let progress = START
  return days.flatMap((day) => {
    const due = dueCharges(of, progress, `${day}T12:00:00.000Z`)
    progress = due.at(-1)?.progress ?? progress
    return due.flatMap(({ charges }) =>
      charges.map(({ period_key, payer_key, subtotal_minor, lines }) => [
        ...[period_key, payer_key, subtotal_minor],
        lines.map(({ key }) => key).join(),
      ])
    )
  })
}
const ALONE = ["hold_fee:h1", "cus_buyer", 1000, "hold_fee:h1"]

describe("the fee of a hold", () => {
  it.each<[string, Partial<BilledMembership>]>([
    ["a plan that is paid once", { interval: null, renews: false, ends_on: "2027-06-01" }],
    ["the last period of a term", { renews: false, ends_on: "2027-04-01" }],
    [
      "what is canceled to the end of its period",
      {
        seats: [
          seat(1, { holds: [fee("h1", "2027-03-10", "2027-03-20")], cancellation: ends("2027-04-01") }),
        ],
      },
    ],
  ])("HOLD-3: of %s is a charge of its own, from the first day of the hold, once", (_what, change) => {
    const of = membership(change)
    expect(nextDueAt(of, START)).toBe("2027-03-09T23:00:00.000Z")
    expect(charged(of, "2027-03-09")).toEqual([])
    expect(charged(of, "2027-03-09", "2027-03-10", "2027-03-10", "2027-09-01")).toEqual([ALONE])
    const [due] = dueCharges(of, START, "2027-03-10T12:00:00.000Z")
    expect(due!.charges.every(paysForNoPeriod)).toBe(true)
    expect(nextDueAt(of, due!.progress)).toBeNull()
  })

  it("HOLD-3: goes with the next period where one comes, and never by itself too", () => {
    const of = membership()
    const told = charged(of, "2027-03-10", "2027-04-15", "2027-05-15")
    expect(told[0]).toEqual(["period:1", "cus_buyer", 2000, "seat:s1,hold_fee:h1"])
    expect(told.filter(([key]) => String(key).startsWith("hold_fee"))).toEqual([])
  })

  it("HOLD-3: waits while an open hold keeps the next period from beginning, or the first visit does", () => {
    const open = membership({ seats: [seat(1, { holds: [fee("h1", "2027-03-10", null)] })] })
    expect(charged(open, "2027-09-01")).toEqual([])
    const waiting = membership({ starts_on: null })
    expect(charged(waiting, "2027-09-01")).toEqual([])
  })

  it("HOLD-3: of several seats is one charge for each payer; another hold's is another", () => {
    const holds = (id: string) => [fee(id, "2027-03-10", "2027-03-20")]
    const of = membership({
      ...{ interval: null, renews: false, ends_on: "2027-06-01" },
      seats: [
        seat(1, { holds: [...holds("h1"), fee("h4", "2027-05-01", "2027-05-02")] }),
        seat(2, { holds: holds("h2") }),
        seat(3, { holds: holds("h3"), payer_customer_id: "cus_other" }),
      ],
    })
    expect(charged(of, "2027-03-10", "2027-05-01")).toEqual([
      ["hold_fee:h1", "cus_buyer", 2000, "hold_fee:h1,hold_fee:h2"],
      ["hold_fee:h3", "cus_other", 1000, "hold_fee:h3"],
      ["hold_fee:h4", "cus_buyer", 1000, "hold_fee:h4"],
    ])
  })

  it("HOLD-3, BILL-3: a fee of zero is none, and who has lost access is asked for nothing more", () => {
    const once = { interval: null, renews: false, ends_on: "2027-06-01" }
    const free = [seat(1, { holds: [fee("h1", "2027-03-10", null, { fee_minor: 0 })] })]
    expect(charged(membership({ ...once, seats: free }), "2027-05-01")).toEqual([])
    const suspended = membership({ ...once, suspended_at: "2027-03-05T00:00:00.000Z" })
    expect(charged(suspended, "2027-05-01")).toEqual([])
  })
})
