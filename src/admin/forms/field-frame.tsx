import { Form } from "@medusajs/dashboard/components"
import type { ReactElement } from "react"
import type { ControllerRenderProps, FieldPath, FieldValues } from "react-hook-form"
import type { FieldProps } from "./field"
import { FieldLabel } from "./field-label"

interface FieldFrameProps<Values extends FieldValues> extends FieldProps<Values> {
  /** The input, which gets the label, the hint and the error tied to it. */
  input: (field: ControllerRenderProps<Values, FieldPath<Values>>) => ReactElement
}

/** Label, input, hint and error of one field, as the dashboard lays them out. */
export function FieldFrame<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  optional,
  input,
}: FieldFrameProps<Values>) {
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <FieldLabel optional={optional}>{label}</FieldLabel>
          <Form.Control>{input(field)}</Form.Control>
          {hint && <Form.Hint className="text-pretty">{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
