import type { SeatEffect } from "../../types"
import { effectLines } from "../effect-lines"
import { seatNames } from "../seat-names"
import { aSeat, format, heldBy, t } from "./fixtures"

const seats = [
  aSeat(1, { label: "Adult", ...heldBy("Jane") }),
  aSeat(2, heldBy("Tom")),
  aSeat(3),
  aSeat(4),
  aSeat(5),
]
const lines = (...effects: SeatEffect[]) =>
  effectLines(effects, { t, format, names: seatNames(seats, t), currency_code: "eur" })
const seat = (position: number) => ({ seat_id: `mseat_${position}` })
const march = { starts_on: "2027-03-01", resumes_on: "2027-04-01" }

describe("effectLines", () => {
  it("names a seat and who sits there, and numbers alike ones", () => {
    expect(lines({ code: "seat_ends", ...seat(1), canceled_on: "2027-03-01" })).toEqual([
      "effect.seat_ends | before 2027-03-01 | seatWith | Adult | Jane",
    ])
    expect(lines({ code: "seat_resumes", ...seat(3), resumes_on: "2027-03-01" })).toEqual([
      "effect.seat_resumes | 2027-03-01 | seats.nth | Child | 2",
    ])
  })

  it("HOLD-2: says once what happens to several seats, and counts many", () => {
    const held = (position: number): SeatEffect => ({ code: "seat_on_hold", ...seat(position), ...march })
    expect(lines(...[1, 2, 3, 4, 5].map(held))).toEqual([
      "effect.seat_on_hold | 2027-03-01 | 2027-04-01 | seats.count | 5",
    ])
    expect(lines(held(3), { ...held(4), resumes_on: null } as SeatEffect)).toHaveLength(2)
  })

  it("SEAT-8: tells what an added seat costs, from when, and who gets it", () => {
    const place = { row_position: 3, classification_id: "senior", sequence: 1 }
    const added = { code: "seat_added" as const, seat_id: "new_1", label: "Senior", amount: 35, ...place }
    expect(lines({ ...added, starts_on: "2027-03-01", member_id: null })).toEqual([
      "selling.add.effect | Senior | 35 eur | 2027-03-01",
    ])
    expect(lines({ ...added, starts_on: null, member_id: "mmemb_Tom" })).toEqual([
      "selling.add.effectUndated | seatWith | Senior | Tom | 35 eur",
    ])
  })

  it("HOLD-4: tells how far the term moves, and in which direction", () => {
    expect(lines({ code: "term_moves", ends_on: "2028-01-01", days: 31 })).toEqual([
      "effect.term_later | 31 | before 2028-01-01",
    ])
    expect(lines({ code: "term_moves", ends_on: "2028-01-01", days: -1 })).toEqual([
      "effect.term_earlier | 1 | before 2028-01-01",
    ])
    expect(lines({ code: "term_moves", ends_on: null, days: null })).toEqual(["effect.term_open"])
  })

  it("CANCEL-5: tells money in the membership's currency, and whole days", () => {
    const unused = { code: "unused_part", from_on: "2027-02-10", until_on: "2027-03-10", total: 140 } as const
    expect(lines(unused)).toEqual(["effect.unused_part | 140 eur | 2027-02-10 | before 2027-03-10"])
    expect(lines({ code: "dues_change", from_on: "2027-03-10", before: 150, after: 140 })).toEqual([
      "effect.dues_change | 2027-03-10 | 150 eur | 140 eur",
    ])
  })

  it("SEAT-7: tells who moves where, and somebody who is not known by name", () => {
    const move = { code: "member_moves", from_seat_id: "mseat_2", to_seat_id: "mseat_1" } as const
    expect(lines({ ...move, member_id: "mmemb_Tom" })).toEqual(["effect.member_moves | Tom | Adult"])
    expect(lines({ ...move, member_id: "mmemb_nobody" })).toEqual(["effect.member_moves | somebody | Adult"])
  })
})
