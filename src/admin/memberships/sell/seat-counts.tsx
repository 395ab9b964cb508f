import { Form } from "@medusajs/dashboard/components"
import { Input, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import type { Control } from "react-hook-form"
import { FieldGroup } from "../../forms/field-group"
import type { Studio } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Quote } from "./quote-types"
import type { SaleDraft } from "./sale-draft"

interface SeatCountsProps {
  control: Control<SaleDraft>
  studio: Studio
  quote: Quote | null
}

/** A number for each classification of the chart, with what one more would cost (CHART-7). */
export function SeatCounts({ control, studio, quote }: SeatCountsProps) {
  const t = useText()
  return (
    <Form.Field
      control={control}
      name="counts"
      render={({ field: { value, onChange } }) => (
        <Form.Item>
          <FieldGroup label={t("selling.seats.counts")}>
            <ul className="shadow-elevation-card-rest bg-ui-bg-component divide-y rounded-lg">
              {value.map(({ classification_id, count }) => (
                <Count
                  key={classification_id}
                  name={
                    studio.classifications.find(({ id }) => id === classification_id)?.name ??
                    t("charts.preview.any")
                  }
                  count={count}
                  next={quote?.next_seat_prices.find((each) => each.classification_id === classification_id)}
                  currency_code={quote?.currency_code}
                  onChange={(next) =>
                    onChange(
                      value.map((each) =>
                        each.classification_id === classification_id
                          ? { classification_id, count: next }
                          : each
                      )
                    )
                  }
                />
              ))}
            </ul>
          </FieldGroup>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

interface CountProps {
  name: string
  count: number
  next: Quote["next_seat_prices"][number] | undefined
  currency_code: string | undefined
  onChange: (count: number) => void
}

function Count({ name, count, next, currency_code, onChange }: CountProps) {
  const t = useText()
  const format = useFormat()
  const id = useId()
  const amount = next?.amount ?? null
  const nextText =
    amount === null || !currency_code
      ? t("selling.seats.noMore")
      : t("selling.seats.oneMore", { amount: format.money(amount, currency_code) })
  return (
    <li className="flex items-center justify-between gap-x-4 px-4 py-3">
      <div className="flex min-w-0 flex-col">
        <Label htmlFor={id} size="small" weight="plus" className="break-words">
          {name}
        </Label>
        {next && (
          <Text id={`${id}-next`} size="small" className="text-ui-fg-subtle">
            {nextText}
          </Text>
        )}
      </div>
      <Input
        id={id}
        type="number"
        size="small"
        inputMode="numeric"
        min={0}
        max={1000}
        className="w-20 text-right tabular-nums"
        aria-describedby={next ? `${id}-next` : undefined}
        value={count}
        onChange={({ target }) => onChange(Math.max(0, Math.trunc(target.valueAsNumber) || 0))}
      />
    </li>
  )
}
