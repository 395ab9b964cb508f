import { Minus, Plus } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import type { Names } from "./use-names"
import type { Trial } from "./use-trial"

/** A counter for each classification of the chart. More than the chart allows can be chosen, to read why not. */
export function SeatCounters({ trial, names }: { trial: Trial; names: Names }) {
  const t = useText()
  return (
    <ul className="flex flex-col gap-y-2">
      {trial.counts.map(({ classification_id, count }) => {
        const name = names.of(classification_id)
        const set = (next: number) => trial.setCount(classification_id, next)
        return (
          <li key={classification_id} className="flex items-center justify-between gap-x-4">
            <Text size="small" className="min-w-0 truncate" title={name}>
              {name}
            </Text>
            <div
              role="group"
              aria-label={t("charts.preview.seatsOf", { name })}
              className="flex shrink-0 items-center gap-x-2"
            >
              <IconButton
                type="button"
                size="small"
                aria-label={t("charts.preview.fewer", { name })}
                disabled={count === 0}
                onClick={() => set(count - 1)}
              >
                <Minus />
              </IconButton>
              <Text size="small" leading="compact" weight="plus" className="w-6 text-center tabular-nums">
                {count}
              </Text>
              <IconButton
                type="button"
                size="small"
                aria-label={t("charts.preview.more", { name })}
                onClick={() => set(count + 1)}
              >
                <Plus />
              </IconButton>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
