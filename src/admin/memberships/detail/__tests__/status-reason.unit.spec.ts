import type { Format } from "../../../text/use-format"
import type { Membership, SaleIssue } from "../../types"
import { statusReason } from "../status-reason"

type Facts = Parameters<typeof statusReason>[0]

const format = { day: (date: string) => date, lastDay: (date: string) => `before ${date}` } as Format
const reasonOf = (facts: Partial<Facts> & Pick<Facts, "status">) =>
  statusReason(
    { starts_on: "2026-01-01", ends_on: null, issues: [], order_id: "order_1", ...facts },
    format,
    (key, values) => [key, ...Object.values(values ?? {})].join(" ")
  )
const issue = (decision: Partial<SaleIssue>): Membership["issues"] => [
  {
    id: "1",
    code: "quote_stale",
    message: "",
    details: {},
    resolved_at: null,
    resolution: null,
    reason: null,
    ...decision,
  },
]

describe("statusReason", () => {
  it.each<[Parameters<typeof reasonOf>[0], string]>([
    [{ status: "pending" }, "reason.payment"],
    [{ status: "pending", order_id: null }, "reason.noOrder"],
    // SALE-5: recording the payment alone would not make it active.
    [{ status: "pending", issues: issue({}) }, "reason.decision"],
    [
      { status: "pending", issues: issue({ resolved_at: "2026-01-01", resolution: "approved" }) },
      "reason.payment",
    ],
    [{ status: "void" }, "reason.orderCanceled"],
    [
      { status: "void", issues: issue({ resolved_at: "2026-01-01", resolution: "dismissed" }) },
      "reason.dismissed",
    ],
    [
      { status: "void", issues: issue({ resolved_at: "2026-01-01", resolution: "voided" }) },
      "reason.refunded",
    ],
    [{ status: "active" }, "reason.active"],
    [{ status: "active", starts_on: null }, "reason.activeFirstVisit"],
    [{ status: "upcoming" }, "reason.upcoming 2026-01-01"],
    // TERM-6: it ended with the day before.
    [{ status: "expired", ends_on: "2026-03-01" }, "reason.expired before 2026-03-01"],
    [{ status: "expired" }, "reason.expiredUndated"],
    [{ status: "on_hold" }, "reason.on_hold"],
  ])("of %j is %s", (facts, reason) => {
    expect(reasonOf(facts)).toBe(reason)
  })
})
