import type { Seat } from "../../types"
import { seatStates } from "../seat-state"
import { aHold, aSeat } from "./fixtures"

const TODAY = "2027-02-10"

describe("seatStates", () => {
  it.each<[string, Partial<Seat>, object[]]>([
    ["nothing of a plain seat", {}, []],
    ["a hold from its first day", { holds: [aHold(TODAY, null)] }, [{ state: "on_hold", resumes_on: null }]],
    ["no hold on its first day back", { holds: [aHold("2027-01-01", TODAY)] }, []],
    [
      "the next hold, not a later one",
      { holds: [aHold("2027-05-01", null), aHold("2027-03-01", "2027-04-01")] },
      [{ state: "hold_ahead", starts_on: "2027-03-01" }],
    ],
    [
      "a payment holiday",
      { holds: [{ ...aHold(TODAY, "2027-03-01"), kind: "payment_holiday" }] },
      [{ state: "holiday", resumes_on: "2027-03-01" }],
    ],
    [
      "an end beside a hold",
      { holds: [aHold(TODAY, null)], canceled_on: "2027-03-01" },
      [
        { state: "on_hold", resumes_on: null },
        { state: "ends", canceled_on: "2027-03-01" },
      ],
    ],
    [
      "only that it has ended",
      { holds: [aHold(TODAY, null)], canceled_on: TODAY },
      [{ state: "ended", canceled_on: TODAY }],
    ],
  ])("tells %s", (_, changes, expected) => {
    expect(seatStates(aSeat(1, changes), TODAY)).toEqual(expected)
  })
})
