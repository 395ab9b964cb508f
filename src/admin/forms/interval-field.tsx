import type { FieldPath, FieldValues } from "react-hook-form"
import { useText } from "../text/use-text"
import { SelectField } from "./choice-fields"
import type { FieldProps } from "./field"
import { FieldGroup } from "./field-group"
import { NumberField } from "./text-fields"

const UNITS = ["day", "week", "month", "year"] as const

/** A length of time as a form keeps it: blank while nothing is written. */
export interface IntervalValue {
  count: number | null
  unit: (typeof UNITS)[number]
}

interface IntervalFieldProps<Values extends FieldValues> extends Omit<FieldProps<Values>, "optional"> {
  /** Names of the two parts in the form's value, where they are not `count` and `unit`. */
  parts?: { count: string; unit: string }
}

/** So many days, weeks, months or years. */
export function IntervalField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  disabled,
  parts = { count: "count", unit: "unit" },
}: IntervalFieldProps<Values>) {
  const t = useText()
  const part = (of: keyof typeof parts) => `${name}.${parts[of]}` as FieldPath<Values>
  return (
    <FieldGroup {...{ label, hint }}>
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField {...{ control, disabled }} name={part("count")} label={t("forms.number")} min={1} />
        <SelectField
          {...{ control, disabled }}
          name={part("unit")}
          label={t("forms.unit")}
          options={UNITS.map((value) => ({ value, label: t(`forms.units.${value}`) }))}
        />
      </div>
    </FieldGroup>
  )
}
