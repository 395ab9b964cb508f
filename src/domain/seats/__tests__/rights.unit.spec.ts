import { DomainError } from "../../errors"
import type { SeatVerb } from "../decide"
import { assertMay, managedSeatIds, type Ownership, type Standing } from "../rights"

/** Of household h1, bought by c_buyer: m1 of h1 on s1, m2 of h2 on s2, for whom c_payer pays, nobody on s3. */
const family: Ownership = {
  audience: "household",
  purchaser_customer_id: "c_buyer",
  household_id: "h1",
  seats: [
    { id: "s1", member_id: "m1", payer_customer_id: "c_buyer" },
    { id: "s2", member_id: "m2", payer_customer_id: "c_payer" },
    { id: "s3", member_id: null, payer_customer_id: "c_buyer" },
  ],
  household_of: new Map([
    ["m1", "h1"],
    ["m2", "h2"],
  ]),
}
const friends: Ownership = { ...family, audience: "shared" }

const who = (customer_id: string, change: Partial<Standing> = {}): Standing => ({
  ...{ customer_id, member_id: null, household_id: null, is_guardian: false },
  ...change,
})
const buyer = who("c_buyer")
const payer = who("c_payer")
const sitter = who("c_m2", { member_id: "m2", household_id: "h2" })
const guardian_h1 = who("c_g1", { member_id: "g1", household_id: "h1", is_guardian: true })
const guardian_h2 = who("c_g2", { member_id: "g2", household_id: "h2", is_guardian: true })
const dweller_h1 = who("c_d1", { member_id: "d1", household_id: "h1" })
const stranger = who("c_x", { member_id: "x" })

const whole: SeatVerb = { verb: "uncancel", seat_id: null }
const of = (seat_id: string): SeatVerb => ({ verb: "unassign", seat_id })

function answer(standing: Standing, ownership: Ownership, verb: SeatVerb): string {
  try {
    assertMay(standing, ownership, verb)
    return "may"
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code
  }
}

describe("who may do what to a membership", () => {
  it.each<[string, Standing, string[], string[]]>([
    // who,                            the whole, s1, s2, s3: of a family's plan, and of friends
    ["the purchaser", buyer, ["may", "may", "may", "may"], ["may", "may", "may", "may"]],
    [
      "a guardian of the purchaser's household",
      guardian_h1,
      ["may", "may", "may", "may"],
      ["not_your_seat", "may", "not_found", "not_found"],
    ],
    [
      "a guardian of another household, for who of it sits there",
      guardian_h2,
      ["not_your_seat", "not_found", "may", "not_found"],
      ["not_your_seat", "not_found", "may", "not_found"],
    ],
    [
      "who sits there",
      sitter,
      ["not_your_seat", "not_found", "not_your_seat", "not_found"],
      ["not_your_seat", "not_found", "not_your_seat", "not_found"],
    ],
    [
      "who pays",
      payer,
      ["not_your_seat", "not_found", "not_your_seat", "not_found"],
      ["not_your_seat", "not_found", "not_your_seat", "not_found"],
    ],
    ["who only lives there", dweller_h1, Array(4).fill("not_found"), Array(4).fill("not_found")],
    ["a stranger", stranger, Array(4).fill("not_found"), Array(4).fill("not_found")],
  ])("PEOPLE-6, SEAT-9: %s", (_who, standing, of_family, of_friends) => {
    const verbs = [whole, of("s1"), of("s2"), of("s3")]
    expect(verbs.map((verb) => answer(standing, family, verb))).toEqual(of_family)
    expect(verbs.map((verb) => answer(standing, friends, verb))).toEqual(of_friends)
  })

  it("PEOPLE-6: who manages the whole is told what it costs; who manages a seat of it is not", () => {
    expect(managedSeatIds(buyer, friends)).toBeNull()
    expect(managedSeatIds(guardian_h1, family)).toBeNull()
    expect(managedSeatIds(guardian_h2, family)).toEqual(new Set(["s2"]))
    expect(managedSeatIds(sitter, friends)).toEqual(new Set())
  })

  it("SEAT-4: customers take dues upon themselves, for seats that they manage or sit on, and upon nobody else", () => {
    const pay = (seat_id: string, payer_customer_id: string): SeatVerb => ({
      ...{ verb: "change_payer", seat_ids: [seat_id], payer_customer_id },
    })
    expect(answer(sitter, friends, pay("s2", "c_m2"))).toBe("may")
    expect(answer(sitter, friends, pay("s2", "c_buyer"))).toBe("not_your_seat")
    expect(answer(buyer, friends, pay("s2", "c_m2"))).toBe("not_your_seat")
    expect(answer(buyer, friends, pay("s2", "c_buyer"))).toBe("may")
    expect(answer(sitter, friends, pay("s1", "c_m2"))).toBe("not_found")
    // An empty seat is nobody's: who is no member sits on none.
    expect(answer(payer, friends, pay("s3", "c_payer"))).toBe("not_found")
  })

  it("SEAT-7: a reorder needs every seat that it names; TERM-5: the term is staff's", () => {
    const order = ["s1", "s2"].map((seat_id) => ({ seat_id, member_id: null }))
    expect(answer(guardian_h2, friends, { verb: "reorder", order })).toBe("not_found")
    expect(answer(buyer, friends, { verb: "reorder", order })).toBe("may")
    expect(answer(buyer, friends, { verb: "extend_term", ends_on: "2028-01-01" })).toBe("not_your_seat")
    expect(answer(buyer, friends, { verb: "change_start", starts_on: "2028-01-01" })).toBe("not_your_seat")
  })
})
