import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { keysOf } from "../../platform/query-keys"
import { api } from "../../platform/api"
import type { SaleIssue } from "../types"
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

export interface SaleIssueDecision {
  action: "approve" | "dismiss"
  reason: string
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
