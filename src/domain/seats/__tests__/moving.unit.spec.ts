import fc from "fast-check"
import { refusal } from "../../plans/__tests__/fixtures"
import type { Classification, Person } from "../../people/types"
import { assignmentRefusal, assignSeat, type AssignSeatInput } from "../assign-seat"
import { reorderSeats, type SeatAssignment } from "../reorder-seats"
import type { Seat, SeatedMembership } from "../types"
import { waysOut } from "../ways-out"
import { ends, held, membership, seat } from "./fixtures"

const today = "2027-02-10"
const ADULT: Classification = {
  id: "adult",
  name: "Adult",
  min_age: 18,
  max_age: null,
  requires_proof: false,
}
const CHILD: Classification = { id: "child", name: "Child", min_age: 0, max_age: 17, requires_proof: false }
const STUDENT: Classification = {
  id: "student",
  name: "Student",
  min_age: null,
  max_age: null,
  requires_proof: true,
}
const classifications = new Map([ADULT, CHILD, STUDENT].map((each) => [each.id, each]))
const aged = (age: number): Person => ({ date_of_birth: `${2026 - age}-06-15`, proofs: [] })

/** A seat of a classification whose holder `m<position>` is so old. */
const of = (position: number, classification_id: string | null, change: Partial<Seat> = {}) =>
  seat(position, { classification_id, ...change })
const people = (...ages: number[]) => new Map(ages.map((age, index) => [`m${index + 1}`, aged(age)]))

/** Two required adults, a third person, a child. */
const family = membership([
  of(1, "adult", { required: true }),
  of(2, "adult", { required: true }),
  of(3, null),
  of(4, "child"),
])
const facts = { people: people(40, 41, 19, 9), classifications, today }
const reorder = (order: readonly SeatAssignment[], of_membership: SeatedMembership = family) =>
  reorderSeats({ membership: of_membership, order, ...facts })
const to = (seat_id: string, member_id: string | null): SeatAssignment => ({ seat_id, member_id })

describe("reordering", () => {
  it("SEAT-7: moves members between seats, and writes only the seats that change hands", () => {
    const plan = reorder([to("s1", "m3"), to("s2", "m2"), to("s3", "m1")])
    expect(plan.changes).toEqual([to("s1", "m3"), to("s3", "m1")])
    expect(plan.effects).toEqual([
      { code: "member_moves", member_id: "m3", from_seat_id: "s3", to_seat_id: "s1" },
      { code: "member_moves", member_id: "m1", from_seat_id: "s1", to_seat_id: "s3" },
    ])
  })

  it("SEAT-7: is all or nothing, and names each person who does not fit and why", () => {
    const { code, details } = refusal(() => reorder([to("s1", "m4"), to("s4", "m1")]))
    expect(code).toBe("classification_not_met")
    expect(details.people).toMatchObject([
      { seat_id: "s1", member_id: "m4", reason: "too_young" },
      { seat_id: "s4", member_id: "m1", reason: "too_old" },
    ])
  })

  it("SEAT-10: who has aged out of a seat but stays on it does not block the others", () => {
    const grown = { ...facts, people: people(40, 41, 19, 20) }
    const order = [to("s1", "m2"), to("s2", "m1")]
    expect(reorderSeats({ membership: family, order, ...grown }).changes).toHaveLength(2)
  })

  it("SEAT-6: a required seat can be left empty; it is paid all the same", () => {
    const roomy = membership([...family.seats, of(5, null, { member_id: null })])
    expect(reorder([to("s1", null), to("s5", "m1")], roomy).effects).toContainEqual({
      ...{ code: "seat_emptied", seat_id: "s1" },
    })
  })

  it.each([
    ["loses somebody", [to("s1", null)], "conflict"],
    ["doubles somebody", [to("s1", "m2")], "conflict"],
    ["brings somebody new", [to("s3", "m9")], "conflict"],
    ["names a seat that is not there", [to("s9", "m1")], "not_found"],
  ])("SEAT-7: an order that %s is refused", (_why, order, code) => {
    expect(refusal(() => reorder(order)).code).toBe(code)
  })

  it("SEAT-7: a seat that has ended takes nobody", () => {
    const ended = membership([of(1, null), of(2, null, { cancellation: ends(today), member_id: null })])
    expect(refusal(() => reorder([to("s1", null), to("s2", "m1")], ended)).code).toBe("not_found")
  })
})

describe("the way out of a required seat", () => {
  const ways = (of_membership: SeatedMembership, ages: number[], limit?: number) =>
    waysOut({
      membership: of_membership,
      seat_id: "s1",
      ...facts,
      people: people(...ages),
      ...(limit ? { limit } : {}),
    })

  it("SEAT-6: the one adult who is not required changes places, by two moves or by three", () => {
    expect(ways(family, [40, 41, 19, 9])).toEqual({
      reorders: [
        [to("s1", "m3"), to("s3", "m1")],
        [to("s1", "m2"), to("s3", "m1"), to("s2", "m3")],
      ],
      is_complete: true,
    })
  })

  it.each<[string, SeatedMembership, number[]]>([
    [
      "only children are left",
      membership([of(1, "adult", { required: true }), of(2, null), of(3, null)]),
      [40, 9, 8],
    ],
    [
      "the others are required too",
      membership([of(1, null, { required: true }), of(2, null, { required: true })]),
      [40, 41],
    ],
    [
      "nobody else sits there",
      membership([of(1, null, { required: true }), of(2, null, { member_id: null })]),
      [40],
    ],
    [
      "the person fits no other row",
      membership([of(1, "adult", { required: true }), of(2, "student")]),
      [40, 41],
    ],
  ])("SEAT-6: there is none where %s", (_why, of_membership, ages) => {
    expect(ways(of_membership, ages)).toEqual({ reorders: [], is_complete: true })
  })

  it("SEAT-6: a company of 200 gets the first ones and is told that there are more", () => {
    const seats = Array.from({ length: 200 }, (_, index) => of(index + 1, null, { required: index === 0 }))
    const { reorders, is_complete } = ways(membership(seats), Array<number>(200).fill(30), 5)
    expect(reorders.map((order) => order.length)).toEqual([2, 2, 2, 2, 2])
    expect(is_complete).toBe(false)
  })

  it("SEAT-6, SEAT-7: every way that is told is a legal reorder which frees the person", () => {
    const age = fc.integer({ min: 1, max: 60 })
    const row = fc.record({
      classification_id: fc.constantFrom(null, "adult", "child"),
      required: fc.boolean(),
      age,
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), age, (rows, first) => {
        const all = [{ classification_id: null, required: true, age: first }, ...rows]
        const seats = all.map(({ classification_id, required }, index) =>
          of(index + 1, classification_id, { required })
        )
        const of_membership = membership(seats)
        const persons = people(...all.map((each) => each.age))
        for (const order of waysOut({ membership: of_membership, seat_id: "s1", ...facts, people: persons })
          .reorders) {
          const plan = reorderSeats({ membership: of_membership, order, ...facts, people: persons })
          const landed = plan.changes.find(({ member_id }) => member_id === "m1")
          expect(seats.find(({ id }) => id === landed?.seat_id)?.required).toBe(false)
          expect(plan.changes.find(({ seat_id }) => seat_id === "s1")?.member_id).toEqual(expect.any(String))
        }
      })
    )
  })
})

describe("assigning", () => {
  const open = membership([
    of(1, "adult"),
    of(2, "child", { member_id: null }),
    of(3, null, { member_id: null }),
  ])
  const candidate = { member_id: "new", customer_id: null, household_id: "home" }
  const input = (change: Partial<AssignSeatInput> = {}): AssignSeatInput => ({
    ...{ membership: open, seat_id: "s2", candidate, household_id: "home", expected_member_id: null },
    ...{ classifications, today, people: new Map([["new", aged(9)]]) },
    ...change,
  })

  it("SEAT-1: an empty seat is given to somebody of the household", () => {
    expect(assignSeat(input())).toMatchObject({ seat_id: "s2", member_id: "new", replaces_member_id: null })
  })

  it("SEAT-3: a seat can be reassigned, and who held it is told", () => {
    const taken = membership([of(1, null), of(2, "child")])
    const plan = assignSeat(input({ membership: taken, expected_member_id: "m2" }))
    expect(plan.replaces_member_id).toBe("m2")
    expect(plan.effects).toContainEqual({ code: "member_unseated", seat_id: "s2", member_id: "m2" })
  })

  it("SEAT-11: whoever comes second finds the seat taken", () => {
    const taken = membership([of(1, null), of(2, "child")])
    expect(refusal(() => assignSeat(input({ membership: taken }))).code).toBe("seat_taken")
  })

  it("HOLD-7: who takes a seat on hold is told until when", () => {
    const paused = membership([
      of(1, null),
      of(2, "child", { member_id: null, holds: [held("2027-02-01", "2027-03-01")] }),
    ])
    expect(assignSeat(input({ membership: paused })).effects).toContainEqual({
      ...{ code: "seat_on_hold", seat_id: "s2", starts_on: "2027-02-01", resumes_on: "2027-03-01" },
    })
  })

  it.each<[string, Partial<AssignSeatInput>, string]>([
    [
      "SEAT-2: somebody too old for the row",
      { people: new Map([["new", aged(30)]]) },
      "classification_not_met",
    ],
    ["SEAT-2: somebody whose age nobody knows", { people: new Map() }, "classification_not_met"],
    [
      "SEAT-2: who sits in this membership already",
      { candidate: { ...candidate, member_id: "m1" } },
      "seat_taken",
    ],
    [
      "PLAN-9: a stranger in a family plan",
      { candidate: { ...candidate, household_id: "other" } },
      "household_only",
    ],
    [
      "PLAN-9: somebody without a household",
      { candidate: { ...candidate, household_id: null }, household_id: null },
      "household_only",
    ],
    [
      "PLAN-9: another household's child in a group",
      { membership: { ...open, audience: "shared" }, candidate: { ...candidate, household_id: "other" } },
      "not_eligible",
    ],
  ])("%s is refused", (_who, change, code) => {
    expect(refusal(() => assignSeat(input(change))).code).toBe(code)
  })

  it("PLAN-9: a friend with an account joins a group", () => {
    const friend = { ...candidate, customer_id: "cus", household_id: "other" }
    const group: SeatedMembership = { ...open, audience: "shared" }
    expect(assignmentRefusal(group.seats[1]!, input({ membership: group, candidate: friend }))).toBeNull()
  })

  it("SEAT-2: a person whose former seat has ended may take another", () => {
    const moved = membership([
      of(1, null, { member_id: "new", cancellation: ends(today) }),
      ...open.seats.slice(1),
    ])
    expect(assignSeat(input({ membership: moved })).member_id).toBe("new")
  })
})
