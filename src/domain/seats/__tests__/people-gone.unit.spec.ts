import type { PlanAudience } from "../../plans/types"
import { decideDeparture, type DepartureFacts, type GonePerson } from "../people-gone"
import type { Seat } from "../types"
import { ends, facts, membership, seat } from "./fixtures"

const TODAY = "2027-02-10"
const JANE: GonePerson = { member_id: "m1", customer_id: "jane" }
const KIM: GonePerson = { member_id: "m3", customer_id: null }

/** Three seats of Jane's monthly membership, of which the first is required. */
const family = (change: Partial<DepartureFacts> = {}, seats: Partial<Record<number, Partial<Seat>>> = {}) => {
  const three = [1, 2, 3].map((position) =>
    seat(position, { required: position === 1, payer_customer_id: "jane", ...seats[position] })
  )
  const audience: PlanAudience = "shared"
  return { ...facts(membership(three, { audience })), purchaser_customer_id: "jane", ...change }
}

const codes = (of: DepartureFacts, gone: GonePerson) => {
  const effects = decideDeparture(of, gone)?.effects ?? []
  return effects.map((effect) => ("seat_id" in effect ? `${effect.code} ${effect.seat_id}` : effect.code))
}
const endsOf = (of: DepartureFacts, gone: GonePerson) =>
  decideDeparture(of, gone)?.after.seats.map(({ cancellation }) => cancellation?.canceled_on ?? null)

describe("somebody who holds a seat is deleted", () => {
  it("BILL-11, SEAT-6: their seat ends today, and what a period costs is told", () => {
    expect(codes(family(), KIM)).toEqual(["seat_ends s3", "dues_change", "unused_part"])
    expect(endsOf(family(), KIM)).toEqual([null, null, TODAY])
  })

  it("SEAT-6: a required seat is left empty and goes on being paid, and that is told", () => {
    const gone = { ...JANE, customer_id: null }
    expect(codes(family(), gone)).toEqual(["member_unseated s1", "seat_emptied s1", "seat_stays_paid s1"])
    expect(decideDeparture(family(), gone)?.effects).toContainEqual({
      ...{ code: "seat_stays_paid", seat_id: "s1", payer_customer_id: "jane", price_minor: 1000 },
    })
    expect(decideDeparture(family(), gone)?.after.seats[0]).toMatchObject({
      member_id: null,
      cancellation: null,
    })
  })

  it("SEAT-6: what does not recur is paid already: nothing is said of dues", () => {
    const once = family({ interval: null })
    expect(codes(once, { ...JANE, customer_id: null })).toEqual(["member_unseated s1", "seat_emptied s1"])
  })

  it("CHART-6: a shared membership keeps two seats: of two, one is left empty", () => {
    const two = family({}, { 3: { cancellation: ends("2027-02-01") } })
    expect(codes(two, { member_id: "m2", customer_id: null })).toEqual([
      ...["member_unseated s2", "seat_emptied s2", "seat_stays_paid s2"],
    ])
  })

  it("BILL-11: the one seat of an individual membership ends all of it", () => {
    const one = { ...facts(membership([seat(1, { required: true })], { audience: "individual" })) }
    const of = { ...one, purchaser_customer_id: "jane" }
    expect(endsOf(of, { member_id: "m1", customer_id: null })).toEqual([TODAY])
  })

  it("CANCEL-2: a later end that was told before gives way to today", () => {
    expect(endsOf(family({}, { 3: { cancellation: ends("2027-03-01") } }), KIM)).toEqual([null, null, TODAY])
  })

  it.each<[string, Partial<DepartureFacts>]>([
    ["void", { is_void: true }],
    ["over", { membership: membership([seat(3)], { ends_on: TODAY }) }],
    ["ended seat by seat", { membership: membership([seat(3, { cancellation: ends(TODAY) })]) }],
    ["somebody else's", { membership: membership([seat(1), seat(2)]) }],
  ])("SAFE-2: nothing is decided about what is %s", (_why, change) => {
    expect(decideDeparture(family(change), KIM)).toBeNull()
  })
})

describe("a customer is deleted", () => {
  it("BILL-11: what they bought and pay for is canceled now, cancellations ahead included", () => {
    const of = family({}, { 2: { cancellation: ends("2027-06-01") } })
    expect(endsOf(of, JANE)).toEqual([TODAY, TODAY, TODAY])
    expect(decideDeparture(of, JANE)?.purchaser_customer_id).toBeUndefined()
  })

  it("BILL-11: where somebody else pays for all of it, the payer takes it over", () => {
    const paid = { payer_customer_id: "bob" }
    const of = family({}, { 1: { ...paid, required: false }, 2: paid, 3: paid })
    expect(codes(of, JANE)).toEqual(["seat_ends s1", "dues_change", "unused_part", "purchaser_changes"])
    expect(decideDeparture(of, JANE)).toMatchObject({ purchaser_customer_id: "bob" })
  })

  it("BILL-11: a seat that ends with them is not in the way of the payer of the rest", () => {
    const paid = { payer_customer_id: "bob" }
    const four = [1, 2, 3, 4].map((at) => seat(at, at === 1 ? { payer_customer_id: "jane" } : paid))
    const of = { ...family(), membership: membership(four, { audience: "shared" }) }
    expect(decideDeparture(of, JANE)).toMatchObject({ purchaser_customer_id: "bob" })
    expect(endsOf(of, JANE)).toEqual([TODAY, null, null, null])
  })

  it.each<[string, string | null]>([
    ["themselves", "jane"],
    ["nobody else who is named", null],
  ])("BILL-11: with one seat paid by %s all of it ends", (_who, payer_customer_id) => {
    const of = family(
      {},
      { 1: { payer_customer_id: "bob" }, 2: { payer_customer_id }, 3: { payer_customer_id: "bob" } }
    )
    expect(endsOf(of, JANE)).toEqual([TODAY, TODAY, TODAY])
  })

  it.each([["ann"], [null]])(
    "BILL-11, SEAT-4: seats they pay for go back to the purchaser, %s",
    (purchaser) => {
      const of = family({ purchaser_customer_id: purchaser }, { 1: { payer_customer_id: "ann" } })
      const gone = { member_id: null, customer_id: "jane" }
      expect(decideDeparture(of, gone)?.effects).toEqual(
        ["s2", "s3"].map((seat_id) => ({
          ...{ code: "payer_changes", seat_id, from_customer_id: "jane", to_customer_id: purchaser },
        }))
      )
      expect(decideDeparture(of, gone)?.after.seats.map((each) => each.payer_customer_id)).toEqual([
        ...["ann", purchaser, purchaser],
      ])
    }
  )

  it("BILL-11: a required seat that they held and paid for goes on at the purchaser's cost", () => {
    const of = family({ purchaser_customer_id: "ann" })
    const effects = decideDeparture(of, JANE)?.effects
    expect(effects).toContainEqual(
      expect.objectContaining({ code: "seat_stays_paid", payer_customer_id: "ann" })
    )
  })
})
