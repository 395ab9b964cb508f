import { Form } from "@medusajs/dashboard/components"
import { Plus, XMarkMini } from "@medusajs/icons"
import { IconButton, Input, Text } from "@medusajs/ui"
import { type Control, useFieldArray, useWatch } from "react-hook-form"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { LocationValues } from "./location-values"

interface HoursOfDayProps {
  control: Control<LocationValues>
  /** From 0, Monday. */
  day: number
}

/** One weekday: its spans, or that it is closed. */
export function HoursOfDay({ control, day }: HoursOfDayProps) {
  const t = useText()
  const weekday = useFormat().weekday(day + 1)
  const { fields, append, remove } = useFieldArray({ control, name: `week.${day}.spans` })
  return (
    <div role="group" aria-label={weekday} className="flex items-start gap-x-3 px-3 py-2">
      <Text size="small" weight="plus" leading="compact" className="w-24 shrink-0 py-1">
        {weekday}
      </Text>
      <div className="flex min-w-0 flex-1 flex-col gap-y-2">
        {fields.length === 0 && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle py-1">
            {t("studio.hours.closed")}
          </Text>
        )}
        {fields.map(({ id }, index) => (
          <HoursSpan key={id} {...{ control, day, index, weekday }} onRemove={() => remove(index)} />
        ))}
      </div>
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        className="shrink-0"
        aria-label={t("studio.hours.add", { day: weekday })}
        onClick={() => append({ opens: "", closes: "" })}
      >
        <Plus />
      </IconButton>
    </div>
  )
}

interface HoursSpanProps extends HoursOfDayProps {
  index: number
  weekday: string
  onRemove: () => void
}

function HoursSpan({ control, day, index, weekday, onRemove }: HoursSpanProps) {
  const t = useText()
  const name = `week.${day}.spans.${index}` as const
  const { opens, closes } = useWatch({ control, name })
  const isPastMidnight = Boolean(opens && closes) && closes < opens && closes !== "00:00"
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex flex-wrap items-start gap-2">
        <TimeInput
          control={control}
          name={`${name}.opens`}
          label={t("studio.hours.opens", { day: weekday })}
        />
        <Text size="small" leading="compact" className="text-ui-fg-subtle py-1" aria-hidden>
          {t("studio.hours.to")}
        </Text>
        <TimeInput
          control={control}
          name={`${name}.closes`}
          label={t("studio.hours.closes", { day: weekday })}
        />
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("studio.hours.remove", { day: weekday })}
          onClick={onRemove}
        >
          <XMarkMini />
        </IconButton>
      </div>
      {isPastMidnight && (
        <Text size="xsmall" className="text-ui-fg-subtle" aria-live="polite">
          {t("studio.hours.closes", { day: weekday })}: {t("studio.hours.nextDay")}
        </Text>
      )}
    </div>
  )
}

interface TimeInputProps {
  control: Control<LocationValues>
  name: `week.${number}.spans.${number}.${"opens" | "closes"}`
  label: string
}

const TimeInput = ({ control, name, label }: TimeInputProps) => (
  <Form.Field
    control={control}
    name={name}
    render={({ field }) => (
      <Form.Item className="w-28 space-y-0">
        <Form.Label className="sr-only">{label}</Form.Label>
        <Form.Control>
          <Input {...field} type="time" size="small" />
        </Form.Control>
        <Form.ErrorMessage />
      </Form.Item>
    )}
  />
)
