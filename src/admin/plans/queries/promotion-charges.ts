import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { CHARGES_KEY, chargesOfPromotion, FOREVER } from "../../../domain/selling/kept-discounts"
import { api } from "../../platform/api"
import { keysOf } from "../../platform/query-keys"

interface Promotion {
  metadata: Record<string, unknown> | null
}

const keys = keysOf("membership-promotions")
const pathOf = (id: string) => `/admin/promotions/${id}`

/** How many charges of a membership a promotion lowers; null is for ever (SALE-10). */
export const usePromotionCharges = (id: string) =>
  useQuery({
    queryKey: keys.detail(id),
    queryFn: async () => {
      const { promotion } = await api.get<{ promotion: Promotion }>(pathOf(id), { fields: "id,metadata" })
      return { charges: chargesOfPromotion(promotion.metadata), metadata: promotion.metadata }
    },
  })

/** The platform keeps it, in the promotion's metadata, beside whatever else is there. */
export function useSetPromotionCharges(id: string, metadata: Promotion["metadata"]) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (charges: number | null) =>
      api.post(pathOf(id), { metadata: { ...metadata, [CHARGES_KEY]: charges ?? FOREVER } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.detail(id) }),
  })
}
