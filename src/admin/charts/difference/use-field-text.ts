import { useMemo } from "react"
import { fromMinor, toMinor } from "../../../domain/money/amounts"
import type { StudioClassification } from "../../platform/studio"
import { useFormat, type Format } from "../../text/use-format"
import { useText, type Text } from "../../text/use-text"
import { type ComparedField, currencyOf } from "./compare"

export interface FieldText {
  name: (field: ComparedField) => string
  value: (field: ComparedField, side: "before" | "after") => string
  /** How much a price has moved; null of anything else. */
  change: (field: ComparedField) => string | null
}

export function useFieldText(classifications: readonly StudioClassification[]): FieldText {
  const t = useText()
  const format = useFormat()
  return useMemo(() => {
    const names = new Map(classifications.map(({ id, name }) => [id, name]))
    return {
      name: ({ field }) =>
        field.startsWith("prices.")
          ? t("charts.difference.price", { currency: currencyOf(field).toUpperCase() })
          : t(
              `charts.difference.${field as "label" | "classification_id" | "required" | "unlimited" | "tax_rate"}`
            ),
      value: (compared, side) => valueText(compared.field, compared[side], { t, format, names }),
      change: (compared) => priceChange(compared, t, format),
    }
  }, [t, format, classifications])
}

interface Writing {
  t: Text
  format: Format
  names: ReadonlyMap<string, string>
}

function valueText(field: string, value: ComparedField["before"], { t, format, names }: Writing): string {
  if (typeof value === "boolean") return t(value ? "charts.difference.yes" : "charts.difference.no")
  if (field === "classification_id")
    return value === null ? t("charts.difference.any") : (names.get(String(value)) ?? String(value))
  if (field === "tax_rate")
    return value === null ? t("charts.difference.regionTax") : format.percent(Number(value) / 100)
  if (field === "label") return value === null ? t("charts.difference.noLabel") : String(value)
  return value === null ? t("charts.difference.noPrice") : format.money(Number(value), currencyOf(field))
}

function priceChange({ field, before, after }: ComparedField, t: Text, format: Format): string | null {
  if (!field.startsWith("prices.") || typeof before !== "number" || typeof after !== "number") return null
  if (before === after) return null
  const currency = currencyOf(field)
  const moved = toMinor(after, currency) - toMinor(before, currency)
  const amount = format.money(fromMinor(Math.abs(moved), currency), currency)
  // Of nothing there is no percentage.
  if (before === 0) return t(moved > 0 ? "charts.difference.more" : "charts.difference.less", { amount })
  const percent = format.percent(Math.abs(moved) / toMinor(before, currency))
  return t(moved > 0 ? "charts.difference.morePercent" : "charts.difference.lessPercent", { amount, percent })
}
