import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query"
import { membershipKeys } from "../memberships/queries/memberships"
import { api } from "../platform/api"
import type { ForecastPage, ForecastScope } from "./types"

const PAGE_SIZE = 50

/** Half-open: the first day, and the first one that is not asked about. */
export interface ForecastDays {
  from: string
  until: string
}

/** A change of any membership may change it. null: the days are not known yet. */
export const useForecast = (scope: ForecastScope, days: ForecastDays | null) =>
  useInfiniteQuery({
    queryKey: [...membershipKeys.all, "forecast", scope, days],
    queryFn: async ({ pageParam: offset }) =>
      api.get<ForecastPage>("/admin/membership-forecast", { ...scope, ...days, offset, limit: PAGE_SIZE }),
    initialPageParam: 0,
    getNextPageParam: ({ offset, limit, count }) => (offset + limit < count ? offset + limit : null),
    enabled: days !== null,
    placeholderData: keepPreviousData,
    retry: false,
    // What was lived meanwhile is not to come any more.
    staleTime: 0,
    gcTime: 0,
  })
