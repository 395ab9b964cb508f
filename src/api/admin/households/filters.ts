import { searchFilter } from "../../http/search"

type Filter = Record<string, unknown>

/** The filters of the list as the database's: each searched word stands in its name, or in that of a member. */
export function householdFilters({ q, ...own }: Filter): Filter {
  return {
    ...own,
    ...searchFilter(q as string | undefined, (contains) => [
      { name: contains },
      { members: { $or: [{ first_name: contains }, { last_name: contains }, { email: contains }] } },
    ]),
  }
}
