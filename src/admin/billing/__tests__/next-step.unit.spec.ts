import { billing } from "../../i18n/en/billing"
import { nextStep } from "../next-step"
import type { Charge } from "../types"

const AT = "2027-04-02T22:00:00.000Z"
const charge = (own: Partial<Charge>) => ({
  ...{ status: "scheduled" as const, act_at: AT, failure_code: null, parked_reason: null, paid_by: null },
  ...{
    action_url: null,
    paid_beside_attempt: null,
    given_back_at: null,
    payment_method: { label: "Visa", expires_on: null },
    order_id: null,
  },
  ...own,
})

/** The sentence of a key; undefined where there is none. */
const sentence = (key: string): unknown =>
  key
    .split(".")
    .slice(1)
    .reduce<unknown>((words, part) => (words as Record<string, unknown>)[part], billing)

const CASES: [why: string, own: Partial<Charge>, isPaused: boolean, key: string][] = [
  ["it comes by itself", {}, false, "scheduled_at"],
  ["nothing could be charged", { payment_method: null }, false, "scheduled_no_method"],
  ["nothing is tried while renewals are paused", {}, true, "paused"],
  [
    "the next try may go through",
    { status: "failed", failure_code: "insufficient_funds" },
    false,
    "failed_at",
  ],
  ["the same card fails again", { status: "failed", failure_code: "expired_card" }, false, "failed_method"],
  ["no try is left", { status: "failed", failure_code: "card_declined", act_at: null }, false, "failed_last"],
  [
    "no try is left, and no card",
    { status: "failed", payment_method: null, act_at: null },
    false,
    "failed_last_method",
  ],
  ["a failed one waits too", { status: "failed", failure_code: "card_declined" }, true, "paused"],
  [
    "the bank asks the payer, on a page of the provider's",
    { status: "requires_action", action_url: "https://bank.example" },
    false,
    "requires_action",
  ],
  ["the bank asks the payer, in the shop", { status: "requires_action" }, false, "requires_action_in_shop"],
  ["nobody knows", { status: "unknown" }, false, "unknown_at"],
  ["what nobody knows is looked up also in a pause", { status: "unknown" }, true, "unknown_at"],
  [
    "the reason is named",
    { status: "parked", parked_reason: "payment_pending" },
    false,
    "parked.payment_pending",
  ],
  ["its order is still made", { status: "paid", paid_by: "provider" }, false, "paid_ordering"],
  ["all is done", { status: "paid", paid_by: "provider", order_id: "order_1" }, false, "paid"],
  ["free of charge, it has no order", { status: "paid", paid_by: "nothing" }, false, "paid"],
  ["money came twice, before all else", { status: "waived", paid_beside_attempt: 1 }, true, "paid_beside"],
  [
    "it was given back",
    { status: "waived", paid_beside_attempt: 1, given_back_at: "2027-04-02" },
    false,
    "waived",
  ],
]

describe("what to do next about a charge", () => {
  it.each(CASES)("BILL-3, BILL-4: %s", (_why, own, isPaused, key) => {
    const told = nextStep(charge(own), isPaused)
    expect(told.key).toBe(`billing.next.${key}`)
    expect(typeof sentence(told.key)).toBe("string")
    // A sentence with a time is only chosen where there is one.
    if (String(sentence(told.key)).includes("{{time}}")) expect(told.at).toBe(AT)
  })
})
