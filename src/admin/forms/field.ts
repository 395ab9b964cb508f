import type { Control, FieldPath, FieldValues } from "react-hook-form"

/** What every field of a form is told. */
export interface FieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: string
  /** A sentence below the field: what it means, or what blank means. */
  hint?: string
  optional?: boolean
  disabled?: boolean
}
