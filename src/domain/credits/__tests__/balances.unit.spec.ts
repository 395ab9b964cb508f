import { adjustGrant, giftCredits } from "../adjust"
import type { Cadence } from "../cadence"
import { balancesOf, nextCreditsOn } from "../balances"
import { creditEffects } from "../effects"
import { asInstants } from "../grant-dates"
import { cadence, grant, NOON, why } from "./fixtures"

describe("what is told about credits", () => {
  it("PLAN-5, CREDIT-7: one balance for each seat and scope, whatever the order of its services", () => {
    const grants = [
      grant({ id: "a", service_ids: ["yoga", "spin"], available: 4, expires_on: "2027-02-01" }),
      grant({
        id: "b",
        service_ids: ["spin", "yoga"],
        source: "adjust",
        credits: 3,
        expires_on: "2027-01-20",
      }),
      grant({ id: "c", seat_id: "s1", available: 9, reserved: 1, reserved_value_minor: 1000 }),
    ]
    expect(balancesOf(grants, NOON)).toMatchObject([
      { seat_id: null, usable: 7, given: 13, expires_on: "2027-01-20" },
      { seat_id: "s1", service_ids: null, usable: 9, given: 10, reserved: 1, value_minor: 11_000 },
    ])
  })

  it("CREDIT-5, SALE-7: what has ended is not left, what starts later is to come, what is not paid is nothing", () => {
    const ended = grant({ id: "a", expires_at: NOON })
    const later = grant({ id: "b", starts_at: "2027-02-01T00:00:00.000Z", expires_at: null, credits: 4 })
    const unpaid = grant({ id: "c", granted_at: null, available: 0, available_value_minor: 0 })
    expect(balancesOf([ended, later, unpaid], NOON)).toMatchObject([
      { usable: 0, given: 0, coming: 4, expires_on: null },
    ])
    expect(balancesOf([unpaid], NOON)).toEqual([])
  })

  it.each<[string, Partial<Cadence>, string | null, string]>([
    ["2027-01-10T11:00:00.000Z", {}, "2027-02-01", "the next period"],
    ["2027-01-10T11:00:00.000Z", { interval: null }, null, "given once"],
    ["2027-01-10T11:00:00.000Z", { starts_on: null }, null, "waits for the first visit"],
    ["2027-01-10T11:00:00.000Z", { canceled_on: "2027-02-01" }, null, "ends before"],
    ["2027-01-10T11:00:00.000Z", { renews: false, ends_on: "2027-02-02" }, "2027-02-01", "its last one"],
  ])("PLAN-4, CANCEL-1: at %s with %j the next credits come on %s: %s", (now, change, expected, _why) => {
    expect(nextCreditsOn(cadence(change), now)).toBe(expected)
  })

  it("CREDIT-9, CREDIT-10: the effect of an adjustment and of a gift is what the ledger would write", () => {
    const before = grant()
    const entry = adjustGrant(before, -3, why("k", { reason: "x" }))
    expect(creditEffects({ grants: [], entries: [entry] }, [before])).toMatchObject([
      { code: "credits_taken", grant_id: "g1", credits: 3, value_minor: 3000, left: 7 },
    ])
    const dates = asInstants({ starts_on: "2027-01-10", expires_on: null }, "Europe/Berlin")
    const scope = { seat_id: "s1", service_ids: null }
    const gift = giftCredits({
      ...why("g", { reason: "x" }),
      ...{ id: "new", membership_id: "m1", scope, credits: 2, dates, revokes_at: null },
    })
    expect(creditEffects(gift, [])).toMatchObject([
      { code: "credits_added", grant_id: null, seat_id: "s1", credits: 2, value_minor: 0, left: 2 },
    ])
  })
})
