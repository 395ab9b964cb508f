import { DomainError } from "../../errors"
import {
  isVoiding,
  ORDER_REFUNDED,
  refundIssue,
  resolutionOf,
  SALE_ISSUE_ACTIONS,
  type SaleIssueAction,
  verbOfAction,
} from "../issue-resolutions"

const refusalOf = (code: string, action: SaleIssueAction): unknown => {
  try {
    return resolutionOf(code, action)
  } catch (error) {
    return error instanceof DomainError ? error.code : error
  }
}

describe("how staff decide about a sale", () => {
  const invalid = "issue_action_invalid"
  it.each<[SaleIssueAction, string, string]>([
    // action, about a sale, about a refund
    ["approve", "approved", invalid],
    ["dismiss", "dismissed", invalid],
    ["keep", invalid, "kept"],
    ["cancel_at_renewal", invalid, "canceled_at_renewal"],
    ["cancel_now", invalid, "canceled_now"],
    ["void", invalid, "voided"],
  ])("SALE-5, SALE-8: %s of a sale is %s, after a refund %s", (action, of_sale, of_refund) => {
    expect([refusalOf("quote_stale", action), refusalOf(ORDER_REFUNDED, action)]).toEqual([
      of_sale,
      of_refund,
    ])
  })

  it("SALE-8: canceling is the verb on the whole membership; voiding is none", () => {
    const cancel = (at: "now" | "renewal") => ({ verb: "cancel", seat_id: null, way: { at }, reason: "why" })
    expect(SALE_ISSUE_ACTIONS.map((action) => verbOfAction(action, "why"))).toEqual([
      ...[null, null, null, cancel("renewal"), cancel("now"), null],
    ])
    expect(SALE_ISSUE_ACTIONS.filter(isVoiding)).toEqual(["dismiss", "void"])
  })

  it("SALE-8: each sum is a question of its own, in the currency's decimals", () => {
    const membership = { sale_draft_id: "msdr_1", display_id: 7 }
    const refund = { order_id: "o", currency_code: "kwd", refunded_minor: 1500 }
    expect(refundIssue(membership, refund)).toEqual({
      subject_id: "msdr_1:refunded:1500",
      message: "1.500 KWD of its order was given back. Choose what becomes of membership #7.",
    })
    expect(refundIssue(membership, { ...refund, refunded_minor: 1501 }).subject_id).not.toContain(":1500")
  })
})
