import { searchFilter } from "../../http/search"

type Filter = Record<string, unknown>

/** The filters of the list as the database's: each searched word stands in the name, e-mail or phone. */
export function memberFilters({ q, is_customer, ...own }: Filter): Filter {
  return {
    ...own,
    // Who was deleted stands in the history alone.
    erased_at: null,
    ...(is_customer === undefined ? {} : { customer_id: is_customer ? { $ne: null } : null }),
    ...searchFilter(q as string | undefined, (contains) => [
      { first_name: contains },
      { last_name: contains },
      { email: contains },
      { phone: contains },
    ]),
  }
}
