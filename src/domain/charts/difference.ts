import type { ChartRowDraft } from "./types"

/** One field of a row that two versions have differently; null is blank, and for a price: none. */
export interface FieldDifference {
  readonly field: string
  readonly before: string | number | boolean | null
  readonly after: string | number | boolean | null
}

export interface RowDifference {
  readonly position: number
  readonly change: "added" | "removed" | "changed"
  /** Empty unless `changed`. */
  readonly fields: readonly FieldDifference[]
}

/** What differs between two versions, row by row in position order; equal rows are left out. */
export function rowDifferences(
  before: readonly ChartRowDraft[],
  after: readonly ChartRowDraft[]
): RowDifference[] {
  const length = Math.max(before.length, after.length)
  return Array.from({ length }, (_, index) => difference(before[index], after[index], index + 1)).filter(
    (row) => row.change !== "changed" || row.fields.length > 0
  )
}

function difference(
  before: ChartRowDraft | undefined,
  after: ChartRowDraft | undefined,
  position: number
): RowDifference {
  if (!before) return { position, change: "added", fields: [] }
  if (!after) return { position, change: "removed", fields: [] }
  return { position, change: "changed", fields: fieldDifferences(flatten(before), flatten(after)) }
}

type FlatRow = ReadonlyMap<string, FieldDifference["before"]>

function fieldDifferences(before: FlatRow, after: FlatRow): FieldDifference[] {
  const fields = new Set([...before.keys(), ...after.keys()])
  return [...fields]
    .map((field) => ({ field, before: before.get(field) ?? null, after: after.get(field) ?? null }))
    .filter((pair) => pair.before !== pair.after)
}

/** Each price is a field of its own, so that the order of currencies does not matter. */
function flatten(row: ChartRowDraft): FlatRow {
  return new Map<string, FieldDifference["before"]>([
    ["label", row.label],
    ["classification_id", row.classification_id],
    ["required", row.required],
    ["unlimited", row.unlimited],
    ["tax_rate", row.tax_rate],
    ...row.prices.map((price): [string, number] => [
      `prices.${price.currency_code.toLowerCase()}`,
      price.amount,
    ]),
  ])
}
