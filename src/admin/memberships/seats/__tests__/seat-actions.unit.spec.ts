import type { Audience, Membership, Seat } from "../../types"
import { seatActions, wholeActions } from "../seat-actions"
import { aHold, aSeat, heldBy } from "./fixtures"

const TODAY = "2027-02-10"
const membership = (
  seats: Seat[],
  status: Membership["status"] = "active",
  audience: Audience = "household"
) => ({
  ...{ seats, status, plan: { audience } },
})
const ofSeat = (seat: Seat, status?: Membership["status"], audience?: Audience) =>
  seatActions(seat, membership([seat], status, audience), TODAY).flat()
const ofAll = (...seats: Seat[]) => wholeActions(membership(seats), TODAY).flat()

describe("seatActions", () => {
  it.each<[string, Partial<Seat>, string[]]>([
    ["an empty seat", {}, ["assign", "hold", "payer", "cancel"]],
    ["a seat with somebody", heldBy("Tom"), ["reassign", "unassign", "hold", "payer", "cancel"]],
    ["one on hold", { holds: [aHold("2027-02-01", null)] }, ["assign", "hold", "resume", "payer", "cancel"]],
    [
      "one with a hold ahead",
      { holds: [aHold("2027-03-01", null)] },
      ["assign", "hold", "resume", "payer", "cancel"],
    ],
    [
      "one whose hold is over",
      { holds: [aHold("2027-01-01", TODAY)] },
      ["assign", "hold", "payer", "cancel"],
    ],
    ["one that ends", { canceled_on: "2027-02-11" }, ["assign", "hold", "payer", "uncancel"]],
    ["one that has ended", { canceled_on: TODAY }, []],
  ])("offers what makes sense for %s", (_, changes, expected) => {
    expect(ofSeat(aSeat(1, changes))).toEqual(expected)
  })

  it.each(["void", "canceled", "expired"] as const)("offers nothing of a membership that is %s", (status) => {
    expect(ofSeat(aSeat(1), status)).toEqual([])
    expect(wholeActions(membership([aSeat(1)], status), TODAY)).toEqual([])
  })
})

it("SEAT-2: somebody is invited to an empty seat unless only the household may sit there", () => {
  const invitation = { id: "minvite_1", email: "rosa@example.test", expires_at: "2027-02-24T12:00:00Z" }
  expect(ofSeat(aSeat(1), "active", "shared")).toContain("invite")
  expect(ofSeat(aSeat(1, { invitation }), "active", "corporate")).toContain("reinvite")
  expect(ofSeat(aSeat(1, heldBy("Tom")), "active", "shared")).not.toContain("invite")
  expect(ofSeat(aSeat(1), "active", "household")).not.toContain("invite")
})

describe("wholeActions", () => {
  it("offers to reorder where somebody can change seats", () => {
    expect(ofAll(aSeat(1, heldBy("Tom")), aSeat(2))).toEqual([
      "add",
      "reorder",
      "holdAll",
      "payerAll",
      "cancelAll",
    ])
    expect(ofAll(aSeat(1, heldBy("Tom")))).not.toContain("reorder")
    expect(ofAll(aSeat(1), aSeat(2))).not.toContain("reorder")
  })

  it("CANCEL-3: takes back only what was canceled as a whole", () => {
    const ends = { canceled_on: "2027-03-01" }
    expect(ofAll(aSeat(1, { ...ends, cancel_scope: "seat" }), aSeat(2))).not.toContain("uncancelAll")
    expect(ofAll(aSeat(1, { ...ends, cancel_scope: "membership" }))).toEqual([
      "add",
      "holdAll",
      "payerAll",
      "uncancelAll",
    ])
  })

  it("ends the holds of seats that have one", () => {
    expect(ofAll(aSeat(1, { holds: [aHold("2027-02-01", "2027-03-01")] }))).toContain("resumeAll")
    expect(
      ofAll(aSeat(1, { holds: [aHold("2027-02-01", null)], canceled_on: TODAY }), aSeat(2))
    ).not.toContain("resumeAll")
  })
})
