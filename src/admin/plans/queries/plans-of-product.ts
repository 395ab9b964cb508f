import { useQuery } from "@tanstack/react-query"
import { api } from "../../platform/api"
import type { Plan } from "../types"
import { planKeys } from "./plans"

export type ProductPlan = Pick<Plan, "id" | "name" | "status" | "sellability">

/** The plans that are sold as variants of a product. */
export function usePlansOfProduct(product_id: string) {
  const query = { product_id, limit: 50, order: "name", fields: "id,name,status" }
  return useQuery({
    queryKey: planKeys.list(query),
    queryFn: async () =>
      (await api.get<{ membership_plans: ProductPlan[] }>("/admin/membership-plans", query)).membership_plans,
  })
}
