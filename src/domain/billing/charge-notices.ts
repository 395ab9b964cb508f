import type { ChargeEvent, ChargeFacts } from "./attempt-types"

/** What the payer is told (BILL-3, BILL-5, CHART-10, REMIND-1); `charge_parked` is for staff. */
export type NoticeKind =
  | "upcoming_charge"
  | "payment_failed"
  | "confirm_payment"
  | "paid_after_failure"
  | "suspended"
  | "canceled_for_non_payment"
  | "charge_parked"
  | "price_change_scheduled"
  | "price_change_taken_back"

/** One occasion; whatever happens again for it is not told again. */
export interface ChargeNotice {
  readonly occasion: string
  readonly kind: NoticeKind
}

/** What an event that changed a charge is an occasion for; null for nothing. */
export function noticeOf({
  before,
  after,
  event,
}: {
  readonly before: ChargeFacts
  readonly after: ChargeFacts
  readonly event: ChargeEvent
}): ChargeNotice | null {
  const { id, attempt, fence, status } = after
  const notice = (kind: NoticeKind, ...of: (string | number)[]): ChargeNotice => ({
    kind,
    occasion: [kind, id, ...of].join(":"),
  })
  if (status === "failed" && hasFailed(event)) return notice("payment_failed", attempt)
  if (status === "requires_action") return notice("confirm_payment", attempt)
  if (status === "parked" && before.status !== "parked") return notice("charge_parked", fence)
  if (status === "paid" && before.status !== "paid" && before.first_failed_at !== null)
    return notice("paid_after_failure")
  return null
}

/** Not: nobody could be asked, or somebody asked for another try. */
function hasFailed(event: ChargeEvent): boolean {
  switch (event.type) {
    case "payment_method_missing":
      return true
    case "answered":
      return event.outcome.result === "declined"
    case "looked_up":
      return event.found.result === "failed"
    default:
      return false
  }
}
