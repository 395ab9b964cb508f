import type { ListCheckInsQuery } from "./routes"

const OF_RESULT = {
  allowed: { is_allowed: true, undone_at: null },
  denied: { is_allowed: false },
  undone: { undone_at: { $ne: null } },
} as const

/** What is asked for, as the platform's filters. */
export function visitFilters({ result, from_on, to_on, ...filters }: Partial<ListCheckInsQuery>) {
  const between = { ...(from_on ? { $gte: from_on } : {}), ...(to_on ? { $lte: to_on } : {}) }
  return {
    ...filters,
    ...(result ? OF_RESULT[result] : {}),
    ...(from_on || to_on ? { local_on: between } : {}),
  }
}
