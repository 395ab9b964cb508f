import { outcomeOf, outcomeOfError } from "../provider-outcome"

const url = "https://bank.test/confirm/1"

describe("what a provider's answer means", () => {
  it.each([
    ["captured", {}, { kind: "paid", reference: "pi_1" }],
    [
      "requires_more",
      { next_action: { type: "redirect_to_url", redirect_to_url: { url } } },
      { kind: "requires_action", reference: "pi_1", url },
    ],
    ["requires_more", {}, { kind: "requires_action", reference: "pi_1", url: null }],
    [
      "error",
      {
        last_payment_error: {
          code: "card_declined",
          decline_code: "insufficient_funds",
          message: "Too little.",
        },
      },
      { kind: "declined", reference: "pi_1", code: "insufficient_funds", message: "Too little." },
    ],
    ["error", { decline_code: "expired_card" }, { kind: "declined", code: "expired_card", message: null }],
    ["error", {}, { kind: "declined", code: "declined" }],
    ["canceled", {}, { kind: "declined", code: "declined" }],
    [
      "error",
      { last_payment_error: { code: "authentication_required" } },
      { kind: "requires_action", reference: "pi_1", url: null },
    ],
    ["pending", {}, { kind: "unknown", reference: "pi_1", message: null }],
    ["authorized", {}, { kind: "unknown" }],
    [
      undefined,
      { indeterminate_due_to: "stripe_api_error" },
      { kind: "unknown", message: "stripe_api_error" },
    ],
  ])("BILL-3, BILL-4, BILL-5: %s with %j", (status, data, outcome) => {
    expect(outcomeOf({ id: "pi_1", status, data })).toMatchObject(outcome)
  })

  it("BILL-4: an answer without anything in it is unknown, never unpaid", () => {
    expect(outcomeOf({})).toEqual({ kind: "unknown", reference: null, message: null })
    expect(outcomeOf({ status: "captured", data: null })).toEqual({ kind: "paid", reference: null })
  })

  it.each([
    [new Error("socket hang up"), { kind: "unknown", reference: null, message: "socket hang up" }],
    [
      Object.assign(new Error("Too many requests."), { code: "rate_limited" }),
      { kind: "provider_down", message: "Too many requests." },
    ],
    ["what is thrown can be anything", { kind: "unknown", reference: null, message: null }],
    [null, { kind: "unknown", reference: null, message: null }],
  ])("BILL-4: an error leaves the money unknown, unless the call was turned away (%#)", (error, outcome) => {
    expect(outcomeOfError(error)).toEqual(outcome)
  })
})
