import { type InvalidateQueryFilters, useQueryClient } from "@tanstack/react-query"
import { ageingOutKeys, householdKeys, memberKeys } from "./keys"

/**
 * Members show their household, and households their members: whatever changes one changes both.
 * @param refetchType `none` after a deletion: the page that is about to close must not ask for what is gone
 */
export function useInvalidatePeople(refetchType: InvalidateQueryFilters["refetchType"] = "active") {
  const client = useQueryClient()
  return async () => {
    await Promise.all(
      [memberKeys, householdKeys, ageingOutKeys].map(({ all }) =>
        client.invalidateQueries({ queryKey: all, refetchType })
      )
    )
  }
}
