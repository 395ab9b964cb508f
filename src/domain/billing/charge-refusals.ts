import type { ChargeDecision, ChargeFacts, ChargeRefusalCode } from "./attempt-types"

/** What each refusal says to staff. */
export const CHARGE_REFUSALS: Record<ChargeRefusalCode, string> = {
  charge_settled: "This charge is paid, waived or canceled; it does not change any more.",
  charge_unresolved:
    "Money may be under way for this charge. Look it up, or cancel it at the provider, first.",
  not_due: "Nothing is to be done about this charge yet.",
  claim_lost: "Another worker has this charge.",
  lease_running: "A worker still has this charge.",
  key_expired: "The provider forgets this attempt soon. Look it up instead of sending it again.",
  attempt_superseded: "This is about an attempt that is over.",
  paid_beside: "The provider took money for a charge that is settled otherwise. Give it back.",
}

export const done = (charge: ChargeFacts): ChargeDecision => ({ done: true, charge })
export const refuse = (code: ChargeRefusalCode): ChargeDecision => ({
  done: false,
  code,
  message: CHARGE_REFUSALS[code],
})
