import { Heading, Text } from "@medusajs/ui"
import { useFormat } from "../../text/use-format"
import { type Text as Words, useText } from "../../text/use-text"
import type { StorePlan } from "./types"

type Row = NonNullable<StorePlan["chart"]>["rows"][number]

const rulesOf = ({ classification, required, unlimited }: Row, t: Words) =>
  [
    ...(classification ? [classification.name] : []),
    ...(required ? [t("plans.preview.required")] : []),
    ...(unlimited ? [t("plans.preview.unlimited")] : []),
  ].join(" · ")

/** Every row with its price; one row alone says no more than the price above it. */
export function StoreRows({ plan: { chart, currency_code } }: { plan: StorePlan }) {
  const t = useText()
  const format = useFormat()
  if (!chart || chart.rows.length < 2) return null
  return (
    <section className="flex flex-col gap-y-3 border-t px-6 py-5">
      <Heading level="h3">{t("plans.preview.seats")}</Heading>
      <ul className="flex flex-col gap-y-2">
        {chart.rows.map((row) => (
          <li key={row.position} className="flex items-baseline justify-between gap-x-4">
            <div className="flex min-w-0 flex-col">
              <Text size="small" leading="compact" className="break-words">
                {row.label}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle">
                {rulesOf(row, t)}
              </Text>
            </div>
            <Text size="small" leading="compact" className="shrink-0 tabular-nums">
              {format.money(row.amount, currency_code)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}
