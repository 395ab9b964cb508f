import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import { type CancellationTerms, earliestEnd } from "./earliest-end"

/** What the numbers of a cancellation policy mean for who buys today. */
export function useCancellationExample() {
  const t = useText()
  const format = useFormat()
  return (today: string, terms: CancellationTerms): string | null => {
    const ends_on = earliestEnd(today, terms)
    if (ends_on === null) return null
    const day = format.day(today)
    if (ends_on === today) return t("plans.edit.policies.exampleNow", { today: day })
    return t("plans.edit.policies.example", { today: day, lastDay: format.lastDay(ends_on) })
  }
}
