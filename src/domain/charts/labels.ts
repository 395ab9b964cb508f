import { defaultLabel } from "./blank"

/** What customers see for a row: its own name, else the default of its position; null is a missing label (CHART-4). */
export function rowLabel(row: { readonly label: string | null }, position: number): string | null {
  const named = row.label?.trim() ?? ""
  return named === "" ? defaultLabel(position) : named
}

/** The number of a row as people read it: "5", or "5+" when every further seat takes it too (CHART-5). */
export function rowNumber(row: { readonly position: number; readonly unlimited: boolean }): string {
  return row.unlimited ? `${row.position}+` : `${row.position}`
}
