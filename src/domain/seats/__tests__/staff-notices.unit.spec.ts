import type { SeatEffect } from "../effects"
import { noticeOfChange } from "../staff-notices"

const emptied = (seat_id: string): SeatEffect => ({ code: "seat_emptied", seat_id })
const ends = (canceled_on: string): SeatEffect => ({ code: "seat_ends", seat_id: "s2", canceled_on })
const back: SeatEffect = { code: "cancellation_taken_back", seat_id: "s2" }
const held: SeatEffect = { code: "seat_on_hold", seat_id: "s2", starts_on: "2027-03-01", resumes_on: null }

describe("what staff are told of a change", () => {
  it.each<[string, SeatEffect[], string | null, string | null]>([
    // what, effects, when a customer did it, when staff did it
    ["a cancellation", [ends("2027-03-10")], "customer_canceled", null],
    ["one taken back", [back], "customer_took_back", null],
    ["a seat left empty", [emptied("s2")], "customer_emptied_seat", null],
    ["a required seat left empty", [emptied("s1")], "required_seat_empty", "required_seat_empty"],
    ["a hold", [held], null, null],
  ])("CANCEL-3, SEAT-6: of %s", (_what, effects, by_customer, by_staff) => {
    const told = [true, false].map((by) =>
      noticeOfChange({ by_customer: by, effects, required_seat_ids: ["s1"] })
    )
    expect(told.map((notice) => notice?.code ?? null)).toEqual([by_customer, by_staff])
  })

  it("TERM-6: the last day is the day before the last seat is gone", () => {
    const effects = [ends("2027-03-10"), ends("2027-04-01"), ends("2027-02-01")]
    const notice = noticeOfChange({ by_customer: true, effects, required_seat_ids: [] })
    expect(notice).toEqual({ code: "customer_canceled", last_on: "2027-03-31" })
  })
})
