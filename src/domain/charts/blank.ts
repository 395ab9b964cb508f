import { isShared, type PlanAudience } from "../plans/types"
import type { ChartRowDraft } from "./types"

/**
 * The rows of a new, blank version: two `Any` rows for a shared plan, one for an individual one (CHART-2).
 */
export function blankRows(audience: PlanAudience): ChartRowDraft[] {
  return (isShared(audience) ? [1, 2] : [1]).map((position) => ({
    label: defaultLabel(position),
    classification_id: null,
    required: false,
    unlimited: false,
    prices: [],
    tax_rate: null,
  }))
}

/** The label a row has when nobody named it: rows 1 and 2 have one, null means it must be named (CHART-4). */
export function defaultLabel(position: number): string | null {
  return position === 1 || position === 2 ? `Default ${position}` : null
}
