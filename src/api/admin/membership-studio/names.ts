export interface BranchRow {
  readonly stock_location_id: string
  readonly time_zone: string
  readonly is_default: boolean
}

export interface PlanNameRow {
  readonly revenue_category: string | null
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Every branch by its stock location; one without a time zone of its own has the studio's. */
export function branchesOf(stock_locations: readonly Named[], rows: readonly BranchRow[], fallback: string) {
  const by_id = new Map(rows.map((row) => [row.stock_location_id, row]))
  return stock_locations.map(({ id, name }) => {
    const row = by_id.get(id)
    return { id, name, time_zone: row?.time_zone ?? fallback, is_default: row?.is_default ?? false }
  })
}

export const categoriesOf = (plans: readonly PlanNameRow[]): string[] =>
  [...new Set(plans.flatMap(({ revenue_category }) => revenue_category ?? []))].sort((a, b) =>
    a.localeCompare(b)
  )
