import type { TextKey } from "../text/use-text"
import type { Charge } from "./types"
import { isToGiveBack } from "./verbs"

type Facts = Pick<
  Charge,
  | "status"
  | "act_at"
  | "action_url"
  | "failure_code"
  | "parked_reason"
  | "paid_beside_attempt"
  | "given_back_at"
  | "payment_method"
  | "order_id"
  | "paid_by"
>

export interface NextStep {
  key: TextKey
  /** The sentence names when it is worked on next. */
  at: string | null
  /** Somebody has to do something. */
  isUrgent: boolean
}

/** Another try with the same method would fail again. */
const NEEDS_ANOTHER_METHOD = ["expired_card", "payment_method_missing", "lost_card", "stolen_card"]

/** What is to be done about a charge, or what happens by itself, in a sentence. */
export function nextStep(charge: Facts, isPaused: boolean): NextStep {
  const { status, act_at, action_url, parked_reason, order_id, paid_by } = charge
  const waits = (key: TextKey): NextStep => ({ key, at: act_at, isUrgent: false })
  const urgent = (key: TextKey): NextStep => ({ key, at: act_at, isUrgent: true })
  if (isToGiveBack(charge)) return urgent("billing.next.paid_beside")
  switch (status) {
    case "scheduled":
      return isPaused ? urgent("billing.next.paused") : scheduled(charge, { waits, urgent })
    case "failed":
      return isPaused ? urgent("billing.next.paused") : failed(charge, urgent)
    case "processing":
      return waits("billing.next.processing")
    case "requires_action":
      // Some providers have a page for it; with others the shop asks (BILL-5).
      return urgent(`billing.next.${action_url === null ? "requires_action_in_shop" : "requires_action"}`)
    case "unknown":
      return waits(act_at === null ? "billing.next.unknown" : "billing.next.unknown_at")
    case "parked":
      return urgent(`billing.next.parked.${parked_reason ?? "provider_unreachable"}`)
    case "paid":
      return waits(
        order_id === null && paid_by !== "nothing" ? "billing.next.paid_ordering" : "billing.next.paid"
      )
    case "waived":
      return waits("billing.next.waived")
    case "canceled":
      return waits("billing.next.canceled")
  }
}

interface Say {
  waits: (key: TextKey) => NextStep
  urgent: (key: TextKey) => NextStep
}

function scheduled({ payment_method, act_at }: Facts, { waits, urgent }: Say): NextStep {
  if (payment_method === null) return urgent("billing.next.scheduled_no_method")
  return waits(act_at === null ? "billing.next.scheduled" : "billing.next.scheduled_at")
}

function failed({ act_at, failure_code, payment_method }: Facts, urgent: Say["urgent"]): NextStep {
  const same = payment_method === null || NEEDS_ANOTHER_METHOD.includes(failure_code ?? "")
  if (act_at === null) return urgent(same ? "billing.next.failed_last_method" : "billing.next.failed_last")
  return urgent(same ? "billing.next.failed_method" : "billing.next.failed_at")
}
