import { type FieldDifference, type RowDifference, rowDifferences } from "../../../domain/charts/difference"
import { rowLabel } from "../../../domain/charts/labels"
import type { ChartRowDraft } from "../../../domain/charts/types"

/** One field of a row, as the two versions have it; null is blank. */
export interface ComparedField extends FieldDifference {
  readonly isDifferent: boolean
}

export interface ComparedRow {
  readonly position: number
  readonly change: RowDifference["change"] | "same"
  readonly fields: readonly ComparedField[]
}

type Value = FieldDifference["before"]

/** Every row of either version with all its fields, in position order, and how they differ. */
export function compareRows(
  before: readonly ChartRowDraft[],
  after: readonly ChartRowDraft[],
  currency_codes: readonly string[]
): ComparedRow[] {
  const sides = { before: labelled(before), after: labelled(after) }
  const differences = new Map(rowDifferences(sides.before, sides.after).map((row) => [row.position, row]))
  const fields = fieldsOf([...before, ...after], currency_codes)
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) => {
    const change = differences.get(index + 1)?.change ?? "same"
    const compared = fields.map((field) => compareField(field, sides.before[index], sides.after[index]))
    return { position: index + 1, change, fields: compared.filter(isSaid) }
  })
}

/** What customers see: a row that is named like its default is not renamed (CHART-4). */
const labelled = (rows: readonly ChartRowDraft[]): ChartRowDraft[] =>
  rows.map((row, index) => ({ ...row, label: rowLabel(row, index + 1) }))

/** Prices in the plan's currencies first, then in those that only a version has. */
function fieldsOf(rows: readonly ChartRowDraft[], currency_codes: readonly string[]): string[] {
  const priced = rows.flatMap(({ prices }) => prices.map((price) => price.currency_code))
  const codes = new Set([...currency_codes, ...priced].map((code) => code.toLowerCase()))
  const prices = [...codes].map((code) => `prices.${code}`)
  return ["label", "classification_id", "required", "unlimited", ...prices, "tax_rate"]
}

function compareField(
  field: string,
  before: ChartRowDraft | undefined,
  after: ChartRowDraft | undefined
): ComparedField {
  const values = { before: valueOf(before, field), after: valueOf(after, field) }
  return { field, ...values, isDifferent: !before || !after || values.before !== values.after }
}

function valueOf(row: ChartRowDraft | undefined, field: string): Value {
  if (!row) return null
  if (!field.startsWith("prices.")) return row[field as keyof Omit<ChartRowDraft, "prices">]
  const code = currencyOf(field)
  return row.prices.find((price) => price.currency_code.toLowerCase() === code)?.amount ?? null
}

/** A price that neither has is left out: the version was made before the plan sold in that currency. */
const isSaid = ({ field, before, after }: ComparedField) =>
  !field.startsWith("prices.") || before !== null || after !== null

/** Of the field of a price: `eur` of `prices.eur`. */
export const currencyOf = (field: string): string => field.slice("prices.".length)
