/**
 * Codes of the refusals that a rule can give. They are part of the HTTP contract: clients and tests compare
 * the code, never the sentence. Their HTTP statuses stand in one table, `src/api/http/errors.ts`.
 */
export const DOMAIN_ERROR_CODES = [
  "already_canceled",
  "already_started",
  "billing_settings_invalid",
  "cancel_before_notice",
  "cart_has_memberships",
  "charge_not_confirmable",
  "charge_settled",
  "charge_unresolved",
  "chart_incomplete",
  "chart_not_draft",
  "chart_not_finalized",
  "chart_not_published",
  "chart_row_invalid",
  "classification_in_use",
  "classification_invalid",
  "classification_not_met",
  "classification_unknown",
  "clock_is_moving",
  "clock_not_adjustable",
  "code_expired",
  "code_revoked",
  "code_unknown",
  "conflict",
  "conversion_not_accepted",
  "credits_ended",
  "currency_not_priced",
  "date_invalid",
  "date_of_birth_invalid",
  "exchange_not_allowed",
  "hold_not_allowed",
  "hold_overlaps",
  "household_needs_guardian",
  "household_only",
  "idempotency_key_in_progress",
  "idempotency_key_reused",
  "insufficient_credits",
  "interval_invalid",
  "intro_already_used",
  "invitation_invalid",
  "issue_action_invalid",
  "issue_already_resolved",
  "lease_running",
  "location_not_covered",
  "membership_ended",
  "membership_line_locked",
  "membership_not_pending",
  "money_invalid",
  "name_taken",
  "needs_choices",
  "not_canceled",
  "not_eligible",
  "not_found",
  "not_on_hold",
  "not_your_seat",
  "notices_unconfirmed",
  "nothing_to_give_back",
  "opening_hours_invalid",
  "payer_unchanged",
  "payment_method_not_savable",
  "payment_not_recordable",
  "period_index_invalid",
  "plan_change_planned",
  "plan_invalid",
  "plan_not_sellable",
  "plan_was_sold",
  "proration_not_allowed",
  "quote_stale",
  "reason_required",
  "renewal_method_required",
  "renewal_unknown",
  "seat_count_invalid",
  "seat_empty",
  "seat_required",
  "seat_taken",
  "seats_above_limit",
  "seats_below_required",
  "service_in_use",
  "service_invalid",
  "start_not_allowed",
  "term_unlimited",
  "terms_not_accepted",
  "time_zone_invalid",
  "transfer_not_allowed",
] as const

export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number]

/** What a refusal says beside its code, as plain JSON: which field, row, seat or limit it is about. */
export type DomainErrorDetails = Readonly<Record<string, unknown>>

/** A rule says no. Carries a stable code, a plain sentence that says what to do, and the facts behind it. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly details: DomainErrorDetails

  constructor(code: DomainErrorCode, message: string, details: DomainErrorDetails = {}) {
    super(message)
    this.name = "DomainError"
    this.code = code
    this.details = details
  }
}

/** A broken invariant is a bug of ours, never the caller's fault: it throws and becomes a 500. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${message}`)
}
