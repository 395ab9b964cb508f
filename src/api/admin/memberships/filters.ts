import type { ListMembershipsQuery } from "./routes"

type Filter = Record<string, unknown>

/** The filters of the list as the database's; members and plans are reached through the membership's own relations. */
export function membershipFilters(query: Omit<ListMembershipsQuery, "q" | "related_customer_id">): Filter {
  const { kind, audience, recurring, revenue_category, member_id, ...own } = query
  const plan = defined({ kind, audience, revenue_category, is_recurring: recurring })
  return {
    ...defined(own),
    ...(Object.keys(plan).length ? { plan } : {}),
    ...(member_id === undefined ? {} : { seats: { holders: { member_id, held_until: null } } }),
  }
}

const defined = (filter: Filter): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
