import type { HeldMembership } from "../../selling/sale-notices"
import type { DepartureFacts } from "../people-gone"
import { coveredTwice, decideMerge, type MergedPeople } from "../people-merged"
import type { Seat } from "../types"
import { ends, facts, membership, seat } from "./fixtures"

const TODAY = "2027-02-10"

/** Three seats, held by m1 to m3, of a monthly membership that the account "one" bought and pays for. */
const three = (change: Partial<DepartureFacts> = {}, seats: Partial<Record<number, Partial<Seat>>> = {}) => {
  const all = [1, 2, 3].map((position) =>
    seat(position, { required: position === 1, payer_customer_id: "one", ...seats[position] })
  )
  return { ...facts(membership(all, { audience: "shared" })), purchaser_customer_id: "one", ...change }
}
const merging = (
  gone: string,
  stays: string,
  accounts: [string | null, string | null] = [null, null]
): MergedPeople => ({
  gone: { member_id: gone, customer_id: accounts[0] },
  stays: { member_id: stays, customer_id: accounts[1] },
})
const codes = (of: DepartureFacts, people: MergedPeople) =>
  (decideMerge(of, people)?.effects ?? []).map((effect) =>
    "seat_id" in effect ? `${effect.code} ${effect.seat_id}` : effect.code
  )

describe("one person who is there twice", () => {
  it("BILL-11, SEAT-3: who stays sits where the duplicate sat; nothing else changes", () => {
    const merged = decideMerge(three(), merging("m2", "new"))!
    expect(merged.effects).toEqual([{ code: "member_seated", seat_id: "s2", member_id: "new" }])
    expect(merged.after.seats.map(({ member_id }) => member_id)).toEqual(["m1", "new", "m3"])
    expect(merged.moved?.id).toBe("s2")
  })

  it.each([
    ["a required seat", "m1", "m2", "s1"],
    ["a further one", "m3", "m2", "s3"],
  ])(
    "SEAT-2, SEAT-6: both sit there: %s of the duplicate stays empty and is paid",
    (_which, gone, stays, left) => {
      const merged = decideMerge(three(), merging(gone, stays))!
      expect(codes(three(), merging(gone, stays))).toEqual([
        ...[`member_unseated ${left}`, `seat_emptied ${left}`, `seat_stays_paid ${left}`],
      ])
      expect(merged.after.seats.find(({ id }) => id === left)?.member_id).toBeNull()
      expect(merged.moved).toBeNull()
    }
  )

  it("SEAT-2: a seat of theirs that has ended is not in the way", () => {
    const of = three({}, { 3: { cancellation: ends("2027-02-01") } })
    expect(codes(of, merging("m2", "m3"))).toEqual(["member_seated s2"])
  })

  it("BILL-11, SEAT-4: what the account bought and pays for goes to the other one, seat by seat", () => {
    const of = three({}, { 2: { payer_customer_id: "bob" } })
    const people = merging("m1", "new", ["one", "two"])
    expect(codes(of, people)).toEqual([
      ...["member_seated s1", "purchaser_changes", "payer_changes s1", "payer_changes s3"],
    ])
    expect(decideMerge(of, people)?.after.seats.map(({ payer_customer_id }) => payer_customer_id)).toEqual([
      ...["two", "bob", "two"],
    ])
  })

  it("SEAT-6: an empty seat that goes on being paid names the account that pays it afterwards", () => {
    const { effects } = decideMerge(three(), merging("m2", "m3", ["one", "two"]))!
    expect(effects).toContainEqual({
      ...{ code: "seat_stays_paid", seat_id: "s2", payer_customer_id: "two", price_minor: 1000 },
    })
  })

  it.each<[string, Partial<DepartureFacts>, MergedPeople]>([
    ["void", { is_void: true }, merging("m1", "new", ["one", "two"])],
    ["over", { membership: membership([seat(1)], { ends_on: TODAY }) }, merging("m1", "new")],
    ["somebody else's", {}, merging("m9", "new")],
  ])("SAFE-2: nothing is decided about what is %s", (_why, change, people) => {
    expect(decideMerge(three(change), people)).toBeNull()
  })
})

describe("two memberships of one plan", () => {
  const held = (rest: Partial<HeldMembership> = {}): HeldMembership => ({
    ...{ membership_id: "other", display_id: 7, plan_id: "yoga", plan_name: "Yoga", currency_code: "eur" },
    ...{ starts_on: "2027-01-01", ends_on: null, is_past_due: false, unpaid: [] },
    is_pending: false,
    seats: [{ member_id: "m2", starts_on: null, canceled_on: null }],
    ...rest,
  })
  const moved = (rest: Partial<Parameters<typeof coveredTwice>[0]> = {}) => ({
    ...{ membership: membership([seat(1)], { starts_on: "2027-02-01" }), renews: true, today: TODAY },
    ...{ display_id: 8, plan: { id: "yoga", kind: "membership" as const }, seat: seat(1) },
    ...rest,
  })
  const twice = (of: Parameters<typeof coveredTwice>[0], other: HeldMembership) =>
    coveredTwice(of, [other], "m2")

  it("BILL-11: who would pay for both is told, with both and until when", () => {
    expect(twice(moved(), held({ ends_on: "2027-05-01" }))).toEqual([
      { code: "already_covered", plan_name: "Yoga", display_ids: [7, 8], until_on: "2027-05-01" },
    ])
    // Dues of the other one do not hide it.
    expect(twice(moved(), held({ is_past_due: true }))).toHaveLength(1)
  })

  it.each<[string, ReturnType<typeof moved>, HeldMembership]>([
    ["another plan", moved(), held({ plan_id: "gym" })],
    [
      "packs, which are bought beside each other on purpose",
      moved({ plan: { id: "yoga", kind: "credit_pack" } }),
      held(),
    ],
    ["one that ends before the other begins", moved(), held({ ends_on: "2027-02-01" })],
    [
      "a seat that ends before the other begins",
      moved({ seat: seat(1, { cancellation: ends("2027-03-01") }) }),
      held({ starts_on: "2027-03-01" }),
    ],
    [
      "a seat of somebody else",
      moved(),
      held({ seats: [{ member_id: "m9", starts_on: null, canceled_on: null }] }),
    ],
  ])("BILL-11: nothing is told of %s", (_why, of, other) => {
    expect(twice(of, other)).toEqual([])
  })
})
