import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"

interface CustomerGroup {
  id: string
  name: string
}

const PATH = "/admin/customer-groups"
const keys = keysOf("membership_customer_groups")

/** The platform's groups whose name fits; the first of them. */
export const useCustomerGroups = (q: string) => {
  const query = { ...(q.trim() ? { q: q.trim() } : {}), limit: 50, order: "name", fields: "id,name" }
  return useQuery({
    queryKey: keys.list(query),
    queryFn: async () => (await api.get<{ customer_groups: CustomerGroup[] }>(PATH, query)).customer_groups,
    placeholderData: keepPreviousData,
  })
}

/** The name of one, which need not be among the first. */
export const useCustomerGroup = (id: string | null) =>
  useQuery({
    queryKey: keys.detail(id ?? ""),
    queryFn: async () =>
      (await api.get<{ customer_group: CustomerGroup }>(`${PATH}/${id}`, { fields: "id,name" }))
        .customer_group,
    enabled: id !== null,
  })
