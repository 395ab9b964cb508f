import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { keysOf } from "../../platform/query-keys"
import { api } from "../../platform/api"
import type { SaleIssue, SeatEffect } from "../types"
import { membershipKeys } from "./memberships"

const PATH = "/admin/membership-sale-issues"
const saleIssueKeys = keysOf("membership_sale_issues")

interface SaleIssuePage {
  membership_sale_issues: SaleIssue[]
  count: number
}

/** Sales that wait for a decision of staff. */
export const useOpenSaleIssues = () =>
  useQuery({
    queryKey: saleIssueKeys.list({ resolved: false }),
    queryFn: async () => api.get<SaleIssuePage>(PATH, { resolved: false, limit: 50 }),
  })

/** About a sale that should not have been. */
export type SaleAction = "approve" | "dismiss"

/** About a membership whose money was given back. */
export const REFUND_ACTIONS = ["keep", "cancel_at_renewal", "cancel_now", "void"] as const
export type RefundAction = (typeof REFUND_ACTIONS)[number]

interface SaleIssueDecision {
  action: SaleAction | RefundAction
  reason: string
}

interface IssuePreview {
  effects: SeatEffect[]
  currency_code: string
}

/** What a decision would do; asked anew for each choice. */
export function useIssuePreview({ id, details }: SaleIssue, action: RefundAction) {
  const { data, error, isFetching } = useQuery({
    queryKey: ["membership_sale_issue_previews", id, action],
    queryFn: async (): Promise<IssuePreview> => {
      const { preview } = await api.post<{ preview: { effects: SeatEffect[] } }>(`${PATH}/${id}/resolve`, {
        action,
        preview: true,
      })
      return { ...preview, currency_code: details.currency_code ?? "" }
    },
    retry: false,
    gcTime: 0,
  })
  return { data, error, isLoading: isFetching }
}

export function useResolveSaleIssue(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: SaleIssueDecision) =>
      api.post<{ membership_sale_issue: SaleIssue }>(`${PATH}/${id}/resolve`, body),
    // Also after a refusal: somebody else may have decided in the meantime.
    onSettled: async () =>
      Promise.all([
        // Also where it is not shown now: the list would else open with a question that is already decided.
        client.invalidateQueries({ queryKey: saleIssueKeys.all, refetchType: "all" }),
        client.invalidateQueries({ queryKey: membershipKeys.all }),
      ]),
  })
}
