import { assert } from "../errors"
import type { PlanAudience } from "../plans/types"
import type { Classification } from "../people/types"
import type { ChartRowDraft } from "./types"

/**
 * The three charts that must be expressible (CHART-11), as data: the demo studio is seeded with them and the
 * tests prove them. Classifications are named, because their ids belong to a database.
 */
export interface ExampleChart {
  readonly name: string
  readonly audience: PlanAudience
  readonly rows: readonly ExampleRow[]
}

export type ExampleRow = Omit<ChartRowDraft, "classification_id"> & {
  /** Name of an example classification; null is `Any`. */
  readonly classification: string | null
}

export const EXAMPLE_CLASSIFICATIONS: readonly Omit<Classification, "id">[] = [
  { name: "Adult", min_age: 18, max_age: null, requires_proof: false },
  { name: "Child", min_age: 0, max_age: 17, requires_proof: false },
  { name: "Young child", min_age: 5, max_age: 8, requires_proof: false },
  { name: "Senior", min_age: 65, max_age: null, requires_proof: false },
]

/** (a) Two adults, at least one child, any number of children, those aged 5–8 free, up to four seniors. */
export const FAMILY_CHART: ExampleChart = {
  name: "Family",
  audience: "household",
  rows: [
    row("First adult", "Adult", { eur: 59, usd: 65 }, { required: true }),
    row("Second adult", "Adult", { eur: 49, usd: 55 }, { required: true }),
    row("First child", "Child", { eur: 25, usd: 28 }, { required: true }),
    row("Further child", "Child", { eur: 15, usd: 17 }, { unlimited: true }),
    row("Child aged 5 to 8", "Young child", { eur: 0, usd: 0 }, { unlimited: true }),
    row("First senior", "Senior", { eur: 35, usd: 39 }),
    row("Second senior", "Senior", { eur: 35, usd: 39 }),
    row("Third senior", "Senior", { eur: 29, usd: 32 }),
    row("Fourth senior", "Senior", { eur: 29, usd: 32 }),
  ],
}

/** (b) Up to six friends; each added seat lowers the average price. */
export const FRIENDS_CHART: ExampleChart = {
  name: "Friends",
  audience: "shared",
  rows: [
    row("Friend 1", null, { eur: 59, usd: 65 }),
    row("Friend 2", null, { eur: 55, usd: 61 }),
    row("Friend 3", null, { eur: 49, usd: 54 }),
    row("Friend 4", null, { eur: 45, usd: 49 }),
    row("Friend 5", null, { eur: 39, usd: 43 }),
    row("Friend 6", null, { eur: 29, usd: 32 }),
  ],
}

/** (c) One adult required, one further seat of any age required, the rest unrestricted up to ten. */
export const CIRCLE_CHART: ExampleChart = {
  name: "Circle",
  audience: "shared",
  rows: [
    row("Adult", "Adult", { eur: 55, usd: 60 }, { required: true }),
    row("Companion", null, { eur: 45, usd: 49 }, { required: true }),
    ...[3, 4, 5, 6, 7, 8, 9, 10].map((position) => row(`Person ${position}`, null, { eur: 39, usd: 43 })),
  ],
}

export const EXAMPLE_CHARTS: readonly ExampleChart[] = [FAMILY_CHART, FRIENDS_CHART, CIRCLE_CHART]

/** The rows of an example as drafts, with the ids that its classifications have here. */
export function exampleRows(
  chart: ExampleChart,
  classification_ids_by_name: ReadonlyMap<string, string>
): ChartRowDraft[] {
  return chart.rows.map(({ classification, ...rest }) => {
    if (classification === null) return { ...rest, classification_id: null }
    const classification_id = classification_ids_by_name.get(classification)
    assert(classification_id, `classification "${classification}" of an example has an id`)
    return { ...rest, classification_id }
  })
}

function row(
  label: string,
  classification: string | null,
  prices: { readonly eur: number; readonly usd: number },
  kind: { readonly required?: boolean; readonly unlimited?: boolean } = {}
): ExampleRow {
  return {
    label,
    classification,
    required: kind.required ?? false,
    unlimited: kind.unlimited ?? false,
    prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
    tax_rate: null,
  }
}
