import { bookingEffect, type BookingOutcome, type BookingOutcomeInput } from "../booking-outcome"

const STARTS_AT = "2027-03-02T17:00:00.000Z"
const canceled = (at: string): BookingOutcome => ({ type: "canceled", at })
const ATTENDED: BookingOutcome = { type: "attended" }
const NO_SHOW: BookingOutcome = { type: "no_show" }

type Policy = BookingOutcomeInput["service"]
const redeems = (cancellation_window_minutes: number | null): Policy => ({
  ...{ missed_visit: { effect: "redeem", fines: [] }, cancellation_window_minutes },
})
const fines = (cancellation_window_minutes: number | null): Policy => ({
  missed_visit: {
    effect: "fine",
    fines: [
      { currency_code: "eur", amount: 12.5 },
      { currency_code: "JPY", amount: 1500 },
    ],
  },
  cancellation_window_minutes,
})
const effectOf = (service: Policy, outcome: BookingOutcome, currency_code = "eur") => {
  const { credits, fine_minor } = bookingEffect({ starts_at: STARTS_AT, outcome, service, currency_code })
  return [credits, fine_minor]
}

describe("what becomes of a booking", () => {
  it.each<[string, Policy, BookingOutcome, [string, number | null]]>([
    ["attended", redeems(120), ATTENDED, ["redeem", null]],
    ["attended, however strict the service", fines(120), ATTENDED, ["redeem", null]],
    ["a no-show uses the credits up", redeems(120), NO_SHOW, ["redeem", null]],
    ["a no-show is fined, and gets the credits back", fines(120), NO_SHOW, ["release", 1250]],
    ["canceled days before", fines(120), canceled("2027-02-25T10:00:00.000Z"), ["release", null]],
    [
      "canceled late uses the credits up",
      redeems(120),
      canceled("2027-03-02T16:00:00.000Z"),
      ["redeem", null],
    ],
    ["canceled late is fined", fines(120), canceled("2027-03-02T16:00:00.000Z"), ["release", 1250]],
    [
      "canceled afterwards is a no-show",
      fines(null),
      canceled("2027-03-02T19:00:00.000Z"),
      ["release", 1250],
    ],
  ])("CREDIT-4: %s", (_why, service, outcome, expected) => {
    expect(effectOf(service, outcome)).toEqual(expected)
  })

  it.each<[number | null, string, boolean, string]>([
    // window, canceled at,                 in time, why
    [120, "2027-03-02T14:59:59.999Z", true, "before the window"],
    [120, "2027-03-02T15:00:00.000Z", true, "at its very edge, two hours before"],
    [120, "2027-03-02T15:00:00.001Z", false, "a moment later"],
    [1, "2027-03-02T16:59:00.000Z", true, "the smallest window"],
    [1, "2027-03-02T16:59:00.001Z", false, "and a moment later"],
    [null, "2027-03-02T16:59:59.999Z", true, "without a window, up to the last moment"],
    [null, STARTS_AT, false, "but not once it has begun"],
  ])("BOOK-4, CREDIT-4: a window of %s minutes, canceled at %s, in time %s: %s", (window, at, in_time) => {
    expect(effectOf(redeems(window), canceled(at))).toEqual([in_time ? "release" : "redeem", null])
    expect(effectOf(fines(window), canceled(at))).toEqual(["release", in_time ? null : 1250])
  })

  it("TIME-4, BOOK-4: minutes are exact also where the clocks change", () => {
    // In Berlin the hour from two to three is skipped: a visit at 03:30 is one and a half hours after 01:00.
    const spring = { ...fines(120), starts_at: "2027-03-28T01:30:00.000Z" }
    const settled = (at: string) =>
      bookingEffect({
        ...{ starts_at: spring.starts_at, service: spring, outcome: canceled(at), currency_code: "eur" },
      }).fine_minor
    expect([settled("2027-03-27T23:30:00.000Z"), settled("2027-03-28T00:00:00.000Z")]).toEqual([null, 1250])
  })

  it.each<[string, unknown[], string]>([
    ["jpy", ["release", 1500], "as its currency counts"],
    ["usd", ["redeem", null], "no fine in that currency: the credits are used up"],
  ])("CREDIT-4, MONEY-1: a membership in %s gets %j: %s", (currency_code, expected) => {
    expect(effectOf(fines(120), NO_SHOW, currency_code)).toEqual(expected)
  })
})
