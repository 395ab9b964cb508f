import { ApiError } from "../../../platform/api-error"
import type { SeatOptions } from "../../types"
import { isPolicy, lacksReason, misfitsOf, overriddenText, refusalLines, waysOutOf } from "../refusals"
import { format, t } from "./fixtures"

const refusal = (code: string, details = {}) =>
  new ApiError(400, { code, message: "The server's words.", details })
const options = {
  hold: { earliest_on: "2027-02-12", min_days: 7, max_days: 90, max_days_a_year: null },
} as unknown as SeatOptions
const lines = (error: Error) => refusalLines(error, { options, format, t, errorText: () => "in general" })

describe("refusalLines", () => {
  it("HOLD-6: tells each limit that the hold breaks", () => {
    const violations = [
      { code: "notice_too_short", message: "Too early." },
      { code: "too_long", message: "Too long." },
      { code: "of_a_later_version", message: "Something new." },
    ]
    expect(lines(refusal("hold_not_allowed", { violations }))).toEqual([
      ...["violation.notice_too_short | 2027-02-12", "violation.too_long | 90", "Something new."],
    ])
  })

  it("CANCEL-4: tells the earliest day", () => {
    expect(lines(refusal("cancel_before_notice", { earliest_on: "2027-05-10" }))).toEqual([
      "preview.earliest | 2027-05-10",
    ])
  })

  it.each([
    [{ field: "on", earliest_on: "2027-02-10" }, "date.earliest | 2027-02-10"],
    [{ field: "on", ends_on: "2027-03-01" }, "date.ends | before 2027-03-01"],
    [{ field: "starts_on", outside_on: "2027-03-02" }, "date.outside | 2027-03-02"],
    [{ field: "resumes_on", after_on: "2027-02-01" }, "date.after | 2027-02-01"],
    [{ field: "ends_on", after_on: "2027-03-01" }, "date.longer | before 2027-03-01"],
    [{ field: "on" }, "in general"],
  ])("tells a refused date with the day that counts: %j", (details, line) => {
    expect(lines(refusal("date_invalid", details))).toEqual([line])
  })

  it("leaves all others to their code", () => {
    expect(lines(refusal("seat_taken"))).toEqual(["in general"])
    expect(lines(new Error("no network"))).toEqual(["in general"])
  })
})

it("HOLD-6: the history tells every limit that staff went past", () => {
  expect(overriddenText(["too_long", "back_dated", "of_a_later_version"], t)).toBe(
    "overridden.limits | overridden.too_long · overridden.back_dated · of_a_later_version"
  )
})

describe("what a refusal offers", () => {
  it("asks for a reason only where one goes past it", () => {
    const codes = ["hold_not_allowed", "cancel_before_notice", "reason_required", "seat_required"]
    expect(codes.map((code) => isPolicy(refusal(code, { violations: [] })))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(isPolicy(refusal("hold_not_allowed", { field: "reason" }))).toBe(true)
    expect(isPolicy(refusal("hold_not_allowed", { field: "starts_on" }))).toBe(false)
    expect(codes.map((code) => lacksReason(refusal(code)))).toEqual([false, false, true, false])
    expect([isPolicy(null), lacksReason(null)]).toEqual([false, false])
  })

  it("SEAT-6: tells the ways out of a required seat, and none of another refusal", () => {
    const reorders = [[{ seat_id: "mseat_1", member_id: "mmemb_1" }]]
    expect(waysOutOf(refusal("seat_required", { ways_out: { reorders, is_complete: false } }))).toEqual({
      ...{ reorders, is_complete: false },
    })
    expect(waysOutOf(refusal("seat_required"))).toEqual({ reorders: [], is_complete: true })
    expect(waysOutOf(refusal("seat_taken"))).toBeNull()
  })

  it("SEAT-7: tells who does not fit", () => {
    const people = [{ seat_id: "mseat_1", member_id: "mmemb_1", reason: "too_young" }]
    expect(misfitsOf(refusal("classification_not_met", { people }))).toEqual(people)
    expect(misfitsOf(refusal("conflict"))).toEqual([])
  })
})
