import type { billing } from "../i18n/en/billing"
import type { Text } from "../text/use-text"

/** A provider's code, with those that mean the same under one name. */
const SAME: Record<string, keyof typeof billing.reason> = {
  card_declined: "declined",
  declined: "declined",
  generic_decline: "declined",
  do_not_honor: "declined",
  insufficient_funds: "insufficient_funds",
  expired_card: "expired_card",
  payment_method_missing: "payment_method_missing",
  lost_card: "lost_card",
  stolen_card: "lost_card",
  incorrect_cvc: "wrong_details",
  incorrect_number: "wrong_details",
  processing_error: "processing_error",
}

/** A provider's reason in plain words; its code is shown beside it. */
export const reasonText = (code: string, t: Text): string => t(`billing.reason.${SAME[code] ?? "other"}`)
