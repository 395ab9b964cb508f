import { Heading } from "@medusajs/ui"
import { fromMinor } from "../../../domain/money/amounts"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Names } from "./use-names"
import type { Trial } from "./use-trial"

/** What one more seat of each classification would cost. */
export function NextPrices({ trial: { outcome, currency_code }, names }: { trial: Trial; names: Names }) {
  const t = useText()
  const format = useFormat()
  if (outcome?.kind !== "seated" || currency_code === undefined) return null
  const priceText = (price_minor: number | null) =>
    price_minor === null
      ? t("charts.preview.noMore")
      : format.money(fromMinor(price_minor, currency_code), currency_code)
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Heading level="h3" className="txt-compact-small-plus">
        {t("charts.preview.oneMore")}
      </Heading>
      <dl
        aria-label={t("charts.preview.oneMore")}
        className="txt-small text-ui-fg-subtle flex flex-col gap-y-1"
      >
        {outcome.chosen.next_seat_prices.map(({ classification_id, price_minor }) => (
          <div key={classification_id} className="flex items-start justify-between gap-x-4">
            <dt className="min-w-0 break-words">{names.of(classification_id)}</dt>
            <dd className="shrink-0 tabular-nums">{priceText(price_minor)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
