import { DomainError } from "../../errors"
import type { AddedSeat } from "../add-seats"
import type { SeatCandidate } from "../assign-seat"
import { decide, type SeatFacts } from "../decide"
import { difference, replayed } from "../difference"
import { ends, facts, membership, seat } from "./fixtures"

const added = (id: string, change: Partial<AddedSeat> = {}): AddedSeat => ({
  ...{ id, row_position: 3, classification_id: null, label: "Third", sequence: 3, required: false },
  ...{ price_minor: 700, tax_rate: null, payer_customer_id: "c1", member_id: null },
  ...change,
})
const sam = { member_id: "sam", customer_id: null, household_id: "h1" }
const two = membership([seat(1, { required: true }), seat(2)])
const of = (change: Partial<SeatFacts> = {}) => facts(two, { candidates: new Map([["sam", sam]]), ...change })
const add = (given: SeatFacts, seats: AddedSeat[], is_sold = false) =>
  decide(given, { verb: "add", seats, is_sold })

const codeOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe("SEAT-8: a seat is added later", () => {
  it("SEAT-8: joins at the end, from today, and the next period is everybody's", () => {
    const { after, effects } = add(of(), [added("a"), added("b", { sequence: 4 })])
    expect(after.seats.map(({ id, position, starts_on }) => [id, position, starts_on])).toEqual([
      ["s1", 1, null],
      ["s2", 2, null],
      ["a", 3, "2027-02-10"],
      ["b", 4, "2027-02-10"],
    ])
    expect(effects).toEqual([
      expect.objectContaining({
        code: "seat_added",
        seat_id: "a",
        amount_minor: 700,
        starts_on: "2027-02-10",
      }),
      expect.objectContaining({ code: "seat_added", seat_id: "b" }),
      { code: "dues_change", from_on: "2027-03-01", before_minor: 2000, after_minor: 3400 },
    ])
  })

  it("SEAT-8: is there from the start of a term that lies ahead", () => {
    const ahead = of({ membership: { ...two, starts_on: "2027-03-01" } })
    const { after, effects } = add(ahead, [added("a")])
    expect(after.seats[2]!.starts_on).toBeNull()
    expect(effects[0]).toMatchObject({ code: "seat_added", starts_on: "2027-03-01" })
  })

  it("SEAT-8: costs nothing later where nothing recurs", () => {
    expect(add(of({ interval: null }), [added("a")]).effects.map(({ code }) => code)).toEqual(["seat_added"])
  })

  it("SEAT-8: the history tells the seat, so that it replays", () => {
    const { after } = add(of(), [added("a", { member_id: "sam" })])
    expect(replayed(two, difference(two, after))).toEqual(after)
    expect(difference(two, after).seats).toEqual([])
  })

  const sitters: { name: string; member_id: string; given?: Partial<SeatFacts>; code: string }[] = [
    { name: "somebody who sits there already", member_id: "m2", code: "seat_taken" },
    { name: "somebody of another household", member_id: "max", code: "household_only" },
    { name: "nobody that is known", member_id: "nobody", code: "not_found" },
  ]
  const max = { member_id: "max", customer_id: "c9", household_id: "h9" }
  const known = new Map<string, SeatCandidate>([
    ["m2", { ...sam, member_id: "m2" }],
    ["max", max],
  ])
  for (const { name, member_id, code } of sitters)
    it(`SEAT-2, SEAT-8: ${name} is refused before money moves, and leaves it empty after`, () => {
      const given = of({ candidates: known })
      expect(codeOf(() => add(given, [added("a", { member_id })]))).toBe(code)
      expect(add(given, [added("a", { member_id })], true).after.seats[2]!.member_id).toBeNull()
    })

  it("SEAT-2, SEAT-8: nobody gets two of the seats that are added at once", () => {
    const twice = [added("a", { member_id: "sam" }), added("b", { member_id: "sam", sequence: 4 })]
    expect(codeOf(() => add(of(), twice))).toBe("seat_taken")
  })

  it("SEAT-8: nothing is added to what is to end as a whole, or has ended", () => {
    const cut = ends("2027-03-01", { scope: "membership" })
    const ending = { ...two, seats: two.seats.map((each) => ({ ...each, cancellation: cut })) }
    expect(codeOf(() => add(of({ membership: ending }), [added("a")]))).toBe("already_canceled")
    expect(codeOf(() => add(of({ is_void: true }), [added("a")]))).toBe("membership_ended")
  })
})
