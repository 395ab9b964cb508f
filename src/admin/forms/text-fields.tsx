import { Input, Textarea } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import type { FieldProps } from "./field"
import { FieldFrame } from "./field-frame"

interface TextFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  type?: "text" | "email" | "tel" | "url" | "date" | "time"
  autoComplete?: string
  autoFocus?: boolean
  placeholder?: string
}

/** A line of text; `date` and `time` keep `YYYY-MM-DD` and `HH:MM`, and blank is the empty string. */
export function TextField<Values extends FieldValues>({
  type = "text",
  autoComplete = "off",
  autoFocus,
  placeholder,
  ...frame
}: TextFieldProps<Values>) {
  return (
    <FieldFrame
      {...frame}
      input={(field) => (
        <Input
          {...field}
          value={field.value ?? ""}
          disabled={frame.disabled}
          {...{ type, autoComplete, autoFocus, placeholder }}
        />
      )}
    />
  )
}

interface TextareaFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  rows?: number
}

export function TextareaField<Values extends FieldValues>({
  rows = 4,
  ...frame
}: TextareaFieldProps<Values>) {
  return (
    <FieldFrame
      {...frame}
      input={(field) => (
        <Textarea {...field} value={field.value ?? ""} rows={rows} disabled={frame.disabled} />
      )}
    />
  )
}

interface NumberFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  min?: number
  max?: number
  step?: number
  /** After the number: `days`. */
  unit?: string
}

/** A number, or null while blank. */
export function NumberField<Values extends FieldValues>({
  min = 0,
  max,
  step = 1,
  unit,
  ...frame
}: NumberFieldProps<Values>) {
  return (
    <FieldFrame
      {...frame}
      label={unit ? `${frame.label} (${unit})` : frame.label}
      input={({ onChange, value, ...field }) => (
        <Input
          {...field}
          type="number"
          inputMode="decimal"
          value={value ?? ""}
          disabled={frame.disabled}
          onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
          {...{ min, max, step }}
        />
      )}
    />
  )
}
