import { refusal } from "../../plans/__tests__/fixtures"
import { resumeSeats, type ResumeSeatsInput } from "../resume-seats"
import { ends, held, membership, seat } from "./fixtures"

const today = "2027-02-10"
const resume = (change: Partial<ResumeSeatsInput>) =>
  resumeSeats({
    ...{ membership: membership([seat(1)]), seat_id: "s1", resumes_on: today, today },

    ...change,
  })
const withHolds = (...holds: ReturnType<typeof held>[]) => membership([seat(1, { holds }), seat(2)])

it.each<[ReturnType<typeof held>[], string, string | null, string]>([
  // its holds,                                    first day back, change,               why
  [[held("2027-02-01", "2027-03-01")], today, "2027-02-10", "resuming early ends it"],
  [[held("2027-02-01", null)], "2027-02-20", "2027-02-20", "an open one gets its end"],
  [[held("2027-02-20", "2027-03-01")], today, null, "one that has not begun is taken back"],
  [[held(today, "2027-03-01")], today, null, "one that begins today is taken back"],
  [
    [held("2027-01-01", "2027-01-10"), held("2027-02-05", null)],
    today,
    "2027-02-10",
    "the one that runs, not an old one",
  ],
  [
    [held("2027-02-01", "2027-02-15"), held("2027-03-01")],
    "2027-02-15",
    null,
    "one that ends by itself then is left; the next is meant",
  ],
])("HOLD-1: holds %j with the first day back %s: %s (%s)", (holds, resumes_on, back) => {
  const { changes } = resume({ membership: withHolds(...holds), resumes_on })
  expect(changes).toMatchObject([{ seat_id: "s1", resumes_on: back }])
})

it("HOLD-2: resuming the whole ends the hold of each seat that has one", () => {
  const three = membership([
    seat(1, { holds: [held("2027-02-01")] }),
    seat(2),
    seat(3, { holds: [held("2027-02-01")], cancellation: ends("2027-02-05") }),
  ])
  expect(resume({ membership: three, seat_id: null }).changes.map(({ seat_id }) => seat_id)).toEqual(["s1"])
})

it.each([
  ["nothing is on hold", {}, "not_on_hold"],
  ["the hold is over", { membership: withHolds(held("2027-01-01", "2027-01-10")) }, "not_on_hold"],
  ["the first day back lies in the past", { resumes_on: "2027-02-09" }, "date_invalid"],
  ["there is no such day", { resumes_on: "2027-02-31" }, "date_invalid"],
  ["there is no such seat", { seat_id: "s9" }, "not_found"],
])("HOLD-1: refused where %s", (_why, change, code) => {
  expect(refusal(() => resume(change)).code).toBe(code)
})
