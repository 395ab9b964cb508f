import type { Seat } from "../../types"
import { groupSeats, seatsOf } from "../seat-groups"

const seat = (position: number, changes: Partial<Seat> = {}): Seat => ({
  ...{
    id: `mseat_${position}`,
    position,
    row_position: 1,
    label: "Employee",
    sequence: position,
    required: false,
  },
  ...{ classification_id: null, classification_name: null, amount: 39, tax_rate: null },
  ...{ payer_customer_id: null, payer_name: null, payer_email: null, holders: [] },
  ...{
    canceled_on: null,
    is_pending: false,
    order_id: null,
    cancel_scope: null,
    holds: [],
    invitation: null,
  },
  ...changes,
})

const held = (first_name: string, last_name: string | null, held_until: string | null = null) => ({
  holders: [{ id: "mhold_1", held_until, member: { id: "mmemb_1", first_name, last_name } }],
})

describe("groupSeats", () => {
  const sizesOf = (seats: Seat[]) => groupSeats(seats).map(({ seats: { length } }) => length)

  it("puts neighbours together that one row sold at one price", () => {
    expect(sizesOf([seat(1, { required: true }), seat(2), seat(3), seat(4)])).toEqual([1, 3])
    expect(groupSeats([seat(1), seat(2)])[0]!.key).toBe("mseat_1")
    expect(groupSeats([])).toEqual([])
  })

  it.each<[string, Partial<Seat>]>([
    ["row", { row_position: 2 }],
    ["price", { amount: 29 }],
    ["tax", { tax_rate: 7 }],
    ["classification", { classification_id: "mclass_1" }],
    ["label", { label: "Guest" }],
  ])("keeps seats of another %s apart", (_, changes) => {
    expect(sizesOf([seat(1), seat(2, changes), seat(3)])).toEqual([1, 1, 1])
  })

  it("takes an amount for the same, however it is written", () => {
    expect(sizesOf([seat(1, { amount: 39 }), seat(2, { amount: "39.00" })])).toEqual([2])
  })
})

describe("seatsOf", () => {
  const seats = [seat(1, held("Anna", "Schmidt")), seat(2, held("Ben", null)), seat(3)]
  const found = (words: string, among = seats) => seatsOf(among, words).map(({ position }) => position)

  it("finds who sits there by all words of the search, in any order", () => {
    expect(found("schmidt anna")).toEqual([1])
    expect(found("BEN")).toEqual([2])
    expect(found("anna ben")).toEqual([])
  })

  it("does not find who sat there before, nor an empty seat", () => {
    expect(found("anna", [seat(1, held("Anna", null, "2026-01-01T00:00:00Z"))])).toEqual([])
    expect(found("", [seat(1)])).toEqual([])
  })
})
