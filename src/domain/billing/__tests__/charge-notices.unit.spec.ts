import type { ChargeEvent, ChargeFacts } from "../attempt-types"
import { decideCharge, newCharge } from "../attempts"
import { noticeOf } from "../charge-notices"
import { DEFAULT_DUNNING } from "../dunning"

const NOW = "2027-03-01T00:00:00.000Z"
const settings = { dunning: DEFAULT_DUNNING, zone: "Europe/Berlin" }
const sent: ChargeFacts = {
  ...newCharge("c1", NOW),
  ...{ status: "processing", attempt: 1, reuses_key: true, sent_at: NOW, uncertain_since: NOW },
  ...{ fence: 1, started_by: 1, lease_until: "2027-03-01T00:05:00.000Z" },
}
const answered = (outcome: Extract<ChargeEvent, { type: "answered" }>["outcome"]): ChargeEvent => ({
  ...{ type: "answered", token: 1, attempt: 1, outcome },
})
function told(before: ChargeFacts, event: ChargeEvent) {
  const decision = decideCharge(before, event, NOW, settings)
  if (!decision.done) throw new Error(decision.code)
  return noticeOf({ before, after: decision.charge, event })
}

describe("what an event is an occasion for", () => {
  it.each([
    ["declined", answered({ result: "declined", code: "card_declined" }), "payment_failed:c1:1"],
    ["to be confirmed", answered({ result: "requires_action" }), "confirm_payment:c1:1"],
    ["unknown", answered({ result: "unknown" }), null],
    ["paid at once", answered({ result: "paid" }), null],
  ])("BILL-3, BILL-5: %s", (_why, event, occasion) => {
    expect(told(sent, event)?.occasion ?? null).toBe(occasion)
  })

  it("BILL-3: a failure while the provider is down, or another try that was asked for, is not told as one", () => {
    const failed_before = { ...sent, first_failed_at: NOW }
    expect(told(failed_before, answered({ result: "provider_down" }))).toBeNull()
    const failed: ChargeFacts = {
      ...newCharge("c1", NOW),
      status: "failed",
      attempt: 1,
      first_failed_at: NOW,
    }
    expect(told(failed, { type: "retried" })).toBeNull()
  })

  it("BILL-3: paid after it had failed is told", () => {
    expect(told({ ...sent, first_failed_at: NOW }, answered({ result: "paid" }))).toEqual({
      ...{ kind: "paid_after_failure", occasion: "paid_after_failure:c1" },
    })
  })

  it("BILL-4: parked is told to staff, each time that it is", () => {
    const unknown: ChargeFacts = { ...sent, status: "unknown", lookups: 9, started_by: null }
    const event: ChargeEvent = { type: "looked_up", attempt: 1, asked_at: NOW, found: { result: "pending" } }
    expect(told(unknown, event)).toEqual({ kind: "charge_parked", occasion: "charge_parked:c1:1" })
  })
})
