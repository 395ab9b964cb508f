import type { OpeningHours } from "../../../domain/time/opening-hours"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { dayGroups } from "./week"

/** Opening hours in short: "Mon–Fri 06:00–22:00, Sun 08:00–20:00". */
export function useHoursText() {
  const t = useText()
  const format = useFormat()
  return (lines: readonly OpeningHours[] | null): string =>
    dayGroups(lines)
      .map(({ from, to, spans }) => {
        const first = format.weekday(from, "short")
        const days =
          from === to ? first : t("studio.hours.days", { from: first, to: format.weekday(to, "short") })
        const hours = spans.map(({ opens, closes }) =>
          t("studio.hours.range", { opens: format.timeOfDay(opens), closes: format.timeOfDay(closes) })
        )
        return t("studio.hours.group", { days, hours: hours.join(", ") })
      })
      .join("; ")
}
