import { DomainError } from "../errors"
import { formatAmount } from "../money/amounts"
import type { SeatVerb } from "../seats/decide"

/** How staff decided about a sale: the last four are the choices about money that was given back (SALE-8). */
export const SALE_ISSUE_RESOLUTIONS = [
  "approved",
  "dismissed",
  "kept",
  "canceled_at_renewal",
  "canceled_now",
  "voided",
] as const

export type SaleIssueResolution = (typeof SALE_ISSUE_RESOLUTIONS)[number]

export const SALE_ISSUE_ACTIONS = [
  "approve",
  "dismiss",
  "keep",
  "cancel_at_renewal",
  "cancel_now",
  "void",
] as const

export type SaleIssueAction = (typeof SALE_ISSUE_ACTIONS)[number]

/** Money of the order that sold it was given back: the issue that waits for one of the four choices. */
export const ORDER_REFUNDED = "order_refunded"

/** Money of a renewal's order was given back: what was sold before stays sold, so it is never void. */
export const RENEWAL_REFUNDED = "renewal_refunded"

const OF_SALE: Partial<Record<SaleIssueAction, SaleIssueResolution>> = {
  approve: "approved",
  dismiss: "dismissed",
}
const OF_REFUND: Partial<Record<SaleIssueAction, SaleIssueResolution>> = {
  keep: "kept",
  cancel_at_renewal: "canceled_at_renewal",
  cancel_now: "canceled_now",
  void: "voided",
}

const { void: _, ...OF_RENEWAL } = OF_REFUND

const OF_CODE: Readonly<Record<string, typeof OF_SALE>> = {
  [ORDER_REFUNDED]: OF_REFUND,
  [RENEWAL_REFUNDED]: OF_RENEWAL,
}

/**
 * What an issue is resolved as: sales that should not have been are approved or dismissed; after a refund the membership
 * is kept, canceled or void (SALE-5, SALE-8).
 * @throws DomainError `issue_action_invalid` with the actions of such an issue
 */
export function resolutionOf(code: string, action: SaleIssueAction): SaleIssueResolution {
  const offered = OF_CODE[code] ?? OF_SALE
  const resolution = offered[action]
  if (resolution) return resolution
  const actions = Object.keys(offered)
  const message = `Choose one of these for this issue: ${actions.join(", ")}.`
  throw new DomainError("issue_action_invalid", message, { field: "action", actions })
}

/** The verb that an action stands for; null where it is none on seats. */
export function verbOfAction(action: SaleIssueAction, reason: string | null): SeatVerb | null {
  if (action !== "cancel_now" && action !== "cancel_at_renewal") return null
  return { verb: "cancel", seat_id: null, way: { at: action === "cancel_now" ? "now" : "renewal" }, reason }
}

/** Whether it makes the membership void. */
export const isVoiding = (action: SaleIssueAction): boolean => action === "void" || action === "dismiss"

/** What is given back of an order, in all. */
export interface RefundedOrder {
  readonly order_id: string
  readonly currency_code: string
  readonly refunded_minor: number
  /** All of it was taken back: what it sold is void without a question; what it renewed is not. */
  readonly is_canceled: boolean
}

/** What a refund is about: the sale, or a charge that renewed it. */
export interface RefundedMembership {
  readonly sale_draft_id: string
  readonly charge_id: string | null
  readonly display_id: number
}

/** The question that a refund puts to staff, once for each membership and each sum (SALE-8). */
export function refundIssue(
  { sale_draft_id, charge_id, display_id }: RefundedMembership,
  { refunded_minor, currency_code }: Pick<RefundedOrder, "refunded_minor" | "currency_code">
): { readonly code: string; readonly subject_id: string; readonly message: string } {
  const sum = formatAmount(refunded_minor, currency_code)
  const order = charge_id === null ? "its order" : "a renewal"
  return {
    // A later refund is another sum, and so another question.
    subject_id: `${charge_id ?? sale_draft_id}:refunded:${refunded_minor}`,
    code: charge_id === null ? ORDER_REFUNDED : RENEWAL_REFUNDED,
    message: `${sum} of ${order} was given back. Choose what becomes of membership #${display_id}.`,
  }
}
