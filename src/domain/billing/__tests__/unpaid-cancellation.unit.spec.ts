import type { Seat, SeatedMembership } from "../../seats/types"
import { canceledUnpaid, canceledUnpaidOn } from "../unpaid-cancellation"

const zone = "Europe/Berlin"
const seat = (id: string, canceled_on: string | null = null): Seat => ({
  ...{
    id,
    position: 1,
    row_position: 1,
    classification_id: null,
    label: "Seat",
    sequence: 1,
    required: true,
  },
  ...{ price_minor: 1000, tax_rate: null, payer_customer_id: null, starts_on: null, member_id: null },
  cancellation: canceled_on === null ? null : { canceled_on, scope: "seat", cut_holds: [] },
  holds: [
    { id: "h", kind: "hold", starts_on: "2027-03-05", resumes_on: "2027-03-20", fee_minor: 0, reason: null },
  ],
})
const membership = (...seats: Seat[]): SeatedMembership => ({
  ...{ id: "m", audience: "shared", starts_on: "2027-01-01", ends_on: null, sold_ends_on: null, seats },
})

describe("cancellation for non-payment", () => {
  it.each([
    ["2027-03-07T23:00:00.000Z", "2027-03-08", "grace ended with the day before"],
    ["2027-03-08T09:30:00.000Z", "2027-03-09", "it is suspended for the rest of the day"],
  ])("BILL-3: grace that ended at %s cancels on %s: %s", (suspended_at, canceled_on) => {
    expect(canceledUnpaidOn(suspended_at, zone)).toBe(canceled_on)
  })

  it("BILL-3, SEAT-6: all seats end, required ones too; an earlier end stays, a later one is brought forward", () => {
    const suspended_at = "2027-03-07T23:00:00.000Z"
    const before = membership(seat("a"), seat("b", "2027-02-10"), seat("c", "2027-06-01"))
    const { seats } = canceledUnpaid(before, { suspended_at, zone })
    expect(seats.map(({ cancellation }) => [cancellation?.canceled_on, cancellation?.scope])).toEqual([
      ["2027-03-08", "membership"],
      ["2027-02-10", "seat"],
      ["2027-03-08", "membership"],
    ])
    expect(seats[0]!.holds).toMatchObject([{ starts_on: "2027-03-05", resumes_on: "2027-03-08" }])
  })

  it("BILL-3: what has ended before is left as it is", () => {
    const before = membership(seat("a", "2027-02-10"))
    expect(canceledUnpaid(before, { suspended_at: "2027-03-07T23:00:00.000Z", zone })).toBe(before)
  })
})
