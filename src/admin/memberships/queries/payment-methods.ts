import { useQuery } from "@tanstack/react-query"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"

/** By which a customer's renewals are paid. */
export interface RenewalMethod {
  id: string
  label: string | null
  /** The last day on which it can be charged. */
  expires_on: string | null
  status: "valid" | "expiring" | "expired"
}

const keys = keysOf("membership_payment_methods")

/** null where the customer has chosen none. */
export function useRenewalMethod(customer_id: string) {
  const query = { customer_id, limit: 1 }
  return useQuery({
    queryKey: keys.list(query),
    queryFn: async () => {
      const path = "/admin/membership-payment-methods"
      const answer = await api.get<{ membership_payment_methods: RenewalMethod[] }>(path, query)
      return answer.membership_payment_methods[0] ?? null
    },
  })
}
