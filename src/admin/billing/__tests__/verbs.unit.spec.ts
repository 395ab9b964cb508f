import { decideCharge, newCharge } from "../../../domain/billing/attempts"
import type { ChargeEvent, ChargeFacts, ChargeStatus } from "../../../domain/billing/attempt-types"
import { DEFAULT_DUNNING } from "../../../domain/billing/dunning"
import { type VERBS, verbsOf } from "../verbs"

const NOW = "2027-04-01T10:00:00.000Z"
const due = newCharge("a", "2027-03-31T22:00:00.000Z")
const sent = { attempt: 1, sent_at: NOW, uncertain_since: NOW }
const settled = { settled_at: NOW, act_at: null }

/** A charge as it is in each state. */
const CHARGES: Record<ChargeStatus, ChargeFacts> = {
  scheduled: due,
  processing: { ...due, ...sent, status: "processing", lease_until: "2027-04-01T10:05:00.000Z" },
  requires_action: { ...due, attempt: 1, status: "requires_action", first_failed_at: NOW },
  unknown: { ...due, ...sent, status: "unknown" },
  failed: { ...due, attempt: 1, status: "failed", first_failed_at: NOW, failure_code: "card_declined" },
  parked: { ...due, ...sent, status: "parked", parked_reason: "payment_not_found", act_at: null },
  paid: { ...due, ...settled, attempt: 1, status: "paid", paid_attempt: 1 },
  waived: { ...due, ...settled, attempt: 1, status: "waived" },
  canceled: { ...due, ...settled, attempt: 1, status: "canceled" },
}

const EVENTS: Partial<Record<(typeof VERBS)[number], ChargeEvent>> = {
  retry: { type: "retried" },
  "record-payment": { type: "paid_by_hand" },
  waive: { type: "waived" },
}

const settings = { dunning: DEFAULT_DUNNING, zone: "Europe/Berlin" }

describe("what staff are offered about a charge", () => {
  it.each(Object.entries(CHARGES))(
    "BILL-4, BILL-6: %s offers just what would not be refused",
    (_status, charge) => {
      const offered = verbsOf(charge)
      for (const [verb, event] of Object.entries(EVENTS)) {
        const isPossible = decideCharge(charge, event, NOW, settings).done
        expect([verb, offered.some((each) => each === verb)]).toEqual([verb, isPossible])
      }
    }
  )

  it("BILL-4: what came twice is recorded as given back once, first of all", () => {
    const beside = { ...CHARGES.waived, paid_beside_attempt: 1, given_back_at: null }
    expect(verbsOf(beside)).toEqual(["record-refund", "reconcile"])
    expect(verbsOf({ ...beside, given_back_at: NOW })).toEqual(["reconcile"])
  })

  it("BILL-4: the provider can be asked about whatever was sent to it, and about nothing else", () => {
    expect(verbsOf(CHARGES.unknown)).toEqual(["reconcile"])
    expect(verbsOf(CHARGES.waived)).toEqual(["reconcile"])
    expect(verbsOf(CHARGES.scheduled)).not.toContain("reconcile")
    expect(verbsOf({ status: "failed", attempt: 0 })).not.toContain("reconcile")
  })
})
