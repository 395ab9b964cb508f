import { isShared } from "../../../domain/plans/types"
import type { PlanAudience } from "../../../domain/plans/types"
import type { StudioClassification } from "../../platform/studio"
import type { Text } from "../../text/use-text"

/** What every row of a grid needs to know; one object for all of them, so that they are drawn again only together. */
export interface GridSetting {
  /** Lower case, in the order of the columns. */
  currency_codes: readonly string[]
  classifications: readonly StudioClassification[]
  /** A sale of an individual plan takes exactly one row: none is required or unlimited (CHART-6). */
  isShared: boolean
}

export const gridSetting = (
  audience: PlanAudience,
  currency_codes: readonly string[],
  classifications: readonly StudioClassification[]
): GridSetting => ({ currency_codes, classifications, isShared: isShared(audience) })

/** `5–8`, `18+`, `up to 17`; null where any age fits. */
export function agesOf({ min_age, max_age }: Pick<StudioClassification, "min_age" | "max_age">, t: Text) {
  if (min_age !== null && max_age !== null) return t("charts.grid.agesFromTo", { min: min_age, max: max_age })
  if (min_age !== null) return t("charts.grid.agesFrom", { min: min_age })
  if (max_age !== null) return t("charts.grid.agesTo", { max: max_age })
  return null
}

/** The names of columns, as their heads and the labels of their cells say them. */
export function columnName(field: string, t: Text): string {
  switch (field) {
    case "label":
      return t("charts.grid.label")
    case "classification_id":
      return t("charts.grid.classification")
    case "required":
      return t("charts.grid.required")
    case "unlimited":
      return t("charts.grid.unlimited")
    case "tax_rate":
      return t("charts.grid.tax")
    default:
      return t("charts.grid.price", { currency: field.replace("prices.", "").toUpperCase() })
  }
}
