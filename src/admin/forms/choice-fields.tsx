import { Combobox, Form } from "@medusajs/dashboard/components"
import { clx, RadioGroup, Select, Switch } from "@medusajs/ui"
import type { FieldValues } from "react-hook-form"
import type { FieldProps } from "./field"
import { FieldFrame } from "./field-frame"
import { FieldLabel } from "./field-label"

export interface Option<Value extends string = string> {
  value: Value
  label: string
  /** Of a choice that is drawn as a box. */
  detail?: string
  /** Of such a box: shown, with why in its sentence, and not to be chosen. */
  isDisabled?: boolean
}

interface ChoiceProps<Values extends FieldValues> extends FieldProps<Values> {
  options: readonly Option[]
  placeholder?: string
}

export function SelectField<Values extends FieldValues>({
  options,
  placeholder,
  ...frame
}: ChoiceProps<Values>) {
  return (
    <Form.Field
      control={frame.control}
      name={frame.name}
      render={({ field: { ref, onChange, ...field } }) => (
        <Form.Item>
          <FieldLabel optional={frame.optional}>{frame.label}</FieldLabel>
          <Select {...field} onValueChange={onChange} disabled={frame.disabled}>
            {/* The library writes a placeholder too faintly to be read in the dark. */}
            <Form.Control>
              <Select.Trigger ref={ref} className="data-[placeholder]:text-ui-fg-subtle">
                <Select.Value placeholder={placeholder} />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {options.map(({ value, label }) => (
                <Select.Item key={value} value={value}>
                  {label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {frame.hint && <Form.Hint className="text-pretty">{frame.hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

interface ComboboxFieldProps<Values extends FieldValues> extends ChoiceProps<Values> {
  onSearch?: (words: string) => void
  search?: string
  onCreate?: (value: string) => void
  allowClear?: boolean
}

/** A choice with search; the form's value is a string, or a list of them where it starts as a list. */
export function ComboboxField<Values extends FieldValues>({
  options,
  placeholder,
  onSearch,
  search,
  onCreate,
  allowClear,
  ...frame
}: ComboboxFieldProps<Values>) {
  return (
    <FieldFrame
      {...frame}
      input={(field) => (
        <Combobox
          {...field}
          options={options.map(({ value, label }) => ({ value, label }))}
          disabled={frame.disabled}
          searchValue={search}
          onSearchValueChange={onSearch}
          onCreateOption={onCreate}
          {...{ placeholder, allowClear }}
        />
      )}
    />
  )
}

interface ChoiceFieldProps<Values extends FieldValues> extends ChoiceProps<Values> {
  /** What is shown as chosen; the form's value when left out. */
  shown?: string
  /** Of long choices: one below the other. */
  isStacked?: boolean
}

/** A few choices, each with a sentence. */
export function ChoiceField<Values extends FieldValues>({
  options,
  shown,
  isStacked = false,
  ...frame
}: ChoiceFieldProps<Values>) {
  return (
    <FieldFrame
      {...frame}
      input={({ onChange, ref, ...field }) => (
        <RadioGroup
          {...field}
          value={shown ?? field.value}
          ref={ref}
          onValueChange={onChange}
          className={clx("grid grid-cols-1 gap-3", !isStacked && "md:grid-cols-2")}
        >
          {options.map(({ value, label, detail = "", isDisabled = false }) => (
            <RadioGroup.ChoiceBox
              key={value}
              value={value}
              disabled={isDisabled}
              label={label}
              description={detail}
              // Else a long sentence squeezes the circle, and is set in the middle.
              className="text-start [&>div:first-child]:shrink-0"
            />
          ))}
        </RadioGroup>
      )}
    />
  )
}

/** Yes or no, with its sentence beside it. */
export function SwitchField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  disabled,
}: FieldProps<Values>) {
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => (
        <Form.Item>
          <div className="shadow-elevation-card-rest bg-ui-bg-component flex items-start gap-x-3 rounded-lg p-3">
            <Form.Control>
              <Switch
                {...field}
                checked={Boolean(value)}
                onCheckedChange={onChange}
                disabled={disabled}
                size="small"
                className="mt-0.5 shrink-0"
              />
            </Form.Control>
            <div className="flex flex-col">
              <Form.Label>{label}</Form.Label>
              {hint && <Form.Hint className="text-pretty">{hint}</Form.Hint>}
            </div>
          </div>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
