import { DomainError } from "../../errors"
import {
  isVoiding,
  ORDER_REFUNDED,
  refundIssue,
  RENEWAL_REFUNDED,
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
  it.each<[SaleIssueAction, string, string, string]>([
    // action, about a sale, about its refund, about a renewal's
    ["approve", "approved", invalid, invalid],
    ["dismiss", "dismissed", invalid, invalid],
    ["keep", invalid, "kept", "kept"],
    ["cancel_at_renewal", invalid, "canceled_at_renewal", "canceled_at_renewal"],
    ["cancel_now", invalid, "canceled_now", "canceled_now"],
    ["void", invalid, "voided", invalid],
  ])(
    "SALE-5, SALE-8: %s of a sale is %s, after its refund %s, after a renewal's %s",
    (action, ...expected) => {
      const codes = ["quote_stale", ORDER_REFUNDED, RENEWAL_REFUNDED]
      expect(codes.map((code) => refusalOf(code, action))).toEqual(expected)
    }
  )

  it("SALE-8: canceling is the verb on the whole membership; voiding is none", () => {
    const cancel = (at: "now" | "renewal") => ({ verb: "cancel", seat_id: null, way: { at }, reason: "why" })
    expect(SALE_ISSUE_ACTIONS.map((action) => verbOfAction(action, "why"))).toEqual([
      ...[null, null, null, cancel("renewal"), cancel("now"), null],
    ])
    expect(SALE_ISSUE_ACTIONS.filter(isVoiding)).toEqual(["dismiss", "void"])
  })

  it("SALE-8: each sum is a question of its own, in the currency's decimals", () => {
    const membership = { sale_draft_id: "msdr_1", charge_id: null, display_id: 7 }
    const refund = { currency_code: "kwd", refunded_minor: 1500 }
    expect(refundIssue(membership, refund)).toEqual({
      code: ORDER_REFUNDED,
      subject_id: "msdr_1:refunded:1500",
      message: "1.500 KWD of its order was given back. Choose what becomes of membership #7.",
    })
    expect(refundIssue(membership, { ...refund, refunded_minor: 1501 }).subject_id).not.toContain(":1500")
    expect(refundIssue({ ...membership, charge_id: "mchg_1" }, refund)).toEqual({
      code: RENEWAL_REFUNDED,
      subject_id: "mchg_1:refunded:1500",
      message: "1.500 KWD of a renewal was given back. Choose what becomes of membership #7.",
    })
  })
})
