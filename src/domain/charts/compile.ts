import { assert } from "../errors"
import type { ChartRow, CompiledChart, CompiledGroup, QuotedSeat } from "./types"

/**
 * Prepares a version in one currency for quotes and seating: rows grouped by classification, in the order in
 * which seats take them (CHART-7). The version was validated when it was finalized, so a broken row is a bug.
 */
export function compileChart(rows: readonly ChartRow[]): CompiledChart {
  const ordered = [...rows].sort((a, b) => a.position - b.position)
  ordered.forEach(assertRow)
  const group_by_classification = new Map<string | null, number>()
  for (const { classification_id } of ordered)
    if (!group_by_classification.has(classification_id))
      group_by_classification.set(classification_id, group_by_classification.size)
  const groups = [...group_by_classification.keys()].map((id) => compileGroup(ordered, id))
  const sequences = new Map(
    groups.flatMap((group) => group.rows.map((row, index) => [row, index + 1] as const))
  )
  return {
    groups,
    group_by_classification,
    rows: ordered.map((row) => ({
      row,
      group: group_by_classification.get(row.classification_id) ?? 0,
      first: seatOf(row, sequences.get(row) ?? 0),
    })),
  }
}

/** The seat of a quote that takes a row, as the so-manieth of its classification. */
export const seatOf = (row: ChartRow, sequence: number): QuotedSeat => ({
  row_position: row.position,
  label: row.label,
  classification_id: row.classification_id,
  sequence,
  price_minor: row.price_minor,
  tax_rate: row.tax_rate,
  required: row.required,
})

/** The row that the n-th seat of a classification takes, from 1; null when there is no such row. */
export function rowOfSequence(group: CompiledGroup, sequence: number): ChartRow | null {
  if (sequence > group.limit) return null
  return group.rows[Math.min(sequence, group.rows.length) - 1] ?? null
}

function compileGroup(ordered: readonly ChartRow[], classification_id: string | null): CompiledGroup {
  const own = ordered.filter((row) => row.classification_id === classification_id)
  const required = own.filter((row) => row.required)
  const rows = [...required, ...own.filter((row) => !row.required)]
  const unlimited_at = own.findIndex((row) => row.unlimited)
  assert(
    unlimited_at === -1 || unlimited_at === own.length - 1,
    "an unlimited row is its classification's last"
  )
  return {
    classification_id,
    rows,
    required: required.length,
    limit: unlimited_at === -1 ? rows.length : Infinity,
  }
}

function assertRow(row: ChartRow, index: number): void {
  assert(
    row.position === index + 1,
    `positions of a chart are 1, 2, 3 …; found ${row.position} at ${index + 1}`
  )
  assert(
    Number.isSafeInteger(row.price_minor) && row.price_minor >= 0,
    `row ${row.position} has a whole price`
  )
  assert(!(row.required && row.unlimited), `row ${row.position} is not both required and unlimited`)
}
