import type { Instant, TimeZone } from "../time/types"
import type { DunningSettings } from "./dunning"

export type ChargeStatus =
  /** Waits for its instant. */
  | "scheduled"
  /** A worker has it. */
  | "processing"
  /** The customer has to confirm the payment (BILL-5). */
  | "requires_action"
  /** Nobody knows whether money was taken; it is looked up before anything else (BILL-4). */
  | "unknown"
  /** Declined; tried again as dunning says. */
  | "failed"
  /** Could not be found out; staff decide, by the reason. */
  | "parked"
  | "paid"
  | "waived"
  | "canceled"

export type ParkedReason = "payment_not_found" | "payment_pending" | "provider_unreachable"

/** All that decides what may be done about a charge. */
export interface ChargeFacts {
  readonly id: string
  readonly status: ChargeStatus
  readonly due_at: Instant
  /** The number in the current key; 0 before the first. */
  readonly attempt: number
  /** The next start sends the current key again instead of a new one. */
  readonly reuses_key: boolean
  readonly sent_at: Instant | null
  /** Since when the provider may have got the current key without our knowing what became of it; null when we know. */
  readonly uncertain_since: Instant | null
  /** The token of the last claim; a claim with an older one is void. */
  readonly fence: number
  readonly lease_until: Instant | null
  /** The claim under which something was sent last; null before. */
  readonly started_by: number | null
  /** When a worker has something to do about it; null: nothing by itself. */
  readonly act_at: Instant | null
  /** Look-ups without an answer in a row. */
  readonly lookups: number
  /** Times in a row that the provider was down. */
  readonly outages: number
  readonly first_failed_at: Instant | null
  /** The provider's reason for the last failure. */
  readonly failure_code: string | null
  readonly parked_reason: ParkedReason | null
  /** The attempt that was paid; null by hand, or not paid. */
  readonly paid_attempt: number | null
  readonly settled_at: Instant | null
}

/** What the provider says to an attempt. */
export type AttemptOutcome =
  | { readonly result: "paid" }
  | { readonly result: "declined"; readonly code: string }
  | { readonly result: "requires_action" }
  /** No answer, or none that says whether money was taken. */
  | { readonly result: "unknown" }
  /** It surely did not take the request: no connection, or told to come later. */
  | { readonly result: "provider_down" }

/** What the provider knows of an attempt when it is asked. */
export type LookupFinding =
  | { readonly result: "paid" }
  | { readonly result: "failed"; readonly code: string }
  | { readonly result: "requires_action" }
  | { readonly result: "pending" }
  | { readonly result: "not_found" }
  | { readonly result: "provider_down" }

export type ChargeEvent =
  | { readonly type: "claimed"; readonly token: number; readonly lease_until: Instant }
  /** Committed before the provider is called. */
  | { readonly type: "attempt_started"; readonly token: number }
  /** Nothing is saved that could be charged, or nothing any more. */
  | { readonly type: "payment_method_missing"; readonly token: number }
  | {
      readonly type: "answered"
      readonly token: number
      readonly attempt: number
      readonly outcome: AttemptOutcome
    }
  /** By a worker, or because a webhook hinted at something. */
  | {
      readonly type: "looked_up"
      readonly attempt: number
      /** When the provider was asked, not when the answer came. */
      readonly asked_at: Instant
      readonly found: LookupFinding
    }
  | { readonly type: "lease_expired" }
  | { readonly type: "paid_by_hand" }
  | { readonly type: "waived" }
  /** Its membership is void (SALE-8). */
  | { readonly type: "canceled" }
  /** A customer with a new card, or staff. */
  | { readonly type: "retried" }

export type ChargeRefusalCode =
  /** Paid, waived or canceled: it never changes again. */
  | "charge_settled"
  /** Money may have been taken, or may yet be: look it up, or cancel it at the provider, first. */
  | "charge_unresolved"
  | "not_due"
  /** Another worker has it. */
  | "claim_lost"
  | "lease_running"
  /** The key is too old to be sent again. */
  | "key_expired"
  /** About an attempt that is over, or asked before the last one was sent. */
  | "attempt_superseded"
  /** The provider took money for what is settled otherwise: staff must give it back. */
  | "paid_beside"

export type ChargeDecision =
  | { readonly done: true; readonly charge: ChargeFacts }
  | { readonly done: false; readonly code: ChargeRefusalCode; readonly message: string }

export interface AttemptSettings {
  readonly dunning: Pick<DunningSettings, "retry_days">
  readonly zone: TimeZone
}
