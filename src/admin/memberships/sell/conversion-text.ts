import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { Quote } from "./quote-types"

/** What an introductory offer goes on as, or can, in one sentence (PLAN-8); null where nothing follows. */
export function conversionText(
  { conversion, currency_code }: Pick<Quote, "conversion" | "currency_code">,
  { t, format }: { t: Text; format: Format }
): string | null {
  if (!conversion) return null
  const { mode, plan_name: plan, converts_on, interval, price } = conversion
  const each = t(`selling.conversion.each.${interval.unit}`, { count: interval.count })
  const told = { plan, each, amount: format.money(price, currency_code) }
  return converts_on === null
    ? t(`selling.conversion.${mode}Undated`, told)
    : t(`selling.conversion.${mode}`, { ...told, date: format.day(converts_on) })
}
