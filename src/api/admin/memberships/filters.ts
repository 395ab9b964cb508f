import type { ListMembershipsQuery } from "./routes"

type Filter = Record<string, unknown>

/** The filters of the list as the database's; members and plans are reached through the membership's own relations. */
export function membershipFilters(query: ListMembershipsQuery): Filter {
  const { q, kind, audience, recurring, revenue_category, member_id, ...own } = query
  const plan = defined({ kind, audience, revenue_category, is_recurring: recurring })
  return {
    ...defined(own),
    ...(Object.keys(plan).length ? { plan } : {}),
    ...(member_id === undefined ? {} : { seats: { holders: { member_id, held_until: null } } }),
    ...(q ? { $and: words(q).map(anywhere) } : {}),
  }
}

const words = (q: string) => q.trim().split(/\s+/).filter(Boolean)

/** Each word stands in the number, the purchaser's name or e-mail, or the name of somebody who holds a seat. */
function anywhere(word: string): Filter {
  const contains = { $ilike: `%${word.replace(/[\\%_]/g, "\\$&")}%` }
  const holder = { held_until: null, member: { $or: [{ first_name: contains }, { last_name: contains }] } }
  const number = /^#?(\d{1,9})$/.exec(word)?.[1]
  return {
    $or: [
      { customer_name: contains },
      { customer_email: contains },
      { seats: { holders: holder } },
      ...(number ? [{ display_id: Number(number) }] : []),
    ],
  }
}

const defined = (filter: Filter): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
