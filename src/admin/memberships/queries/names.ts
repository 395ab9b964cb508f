import { useQuery } from "@tanstack/react-query"
import { keysOf } from "../../platform/query-keys"
import { sdk } from "../../platform/sdk"

interface Named {
  id: string
  name: string
}

const QUERY = { fields: "id,name", limit: 200 }

/** The plans to filter by. */
export const usePlanNames = () =>
  useQuery({
    queryKey: keysOf("membership_plans").list(QUERY),
    queryFn: async () => {
      const answer = await sdk.client.fetch<{ membership_plans: Named[] }>("/admin/membership-plans", {
        query: QUERY,
      })
      return answer.membership_plans
    },
  })

/** Names of classifications by id, for seats that are kept for one. */
export const useClassificationNames = () =>
  useQuery({
    queryKey: keysOf("membership_classifications").list(QUERY),
    queryFn: async () => {
      const answer = await sdk.client.fetch<{ membership_classifications: Named[] }>(
        "/admin/membership-classifications",
        { query: QUERY }
      )
      return new Map(answer.membership_classifications.map(({ id, name }) => [id, name]))
    },
  })
