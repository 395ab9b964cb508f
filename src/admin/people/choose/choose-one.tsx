import { Form } from "@medusajs/dashboard/components"
import { useState } from "react"
import type { FieldValues } from "react-hook-form"
import type { FieldProps } from "../../forms/field"
import { FieldLabel } from "../../forms/field-label"
import { Chosen } from "./chosen"
import { SearchInput } from "./search-input"
import type { Found, SearchSource } from "./sources"

interface ChooseOneProps<Values extends FieldValues> extends FieldProps<Values> {
  source: SearchSource
  placeholder: string
}

/** A field whose value is a `Found`, or null: a search, and once something is chosen, its name. */
export function ChooseOne<Values extends FieldValues>({
  source,
  placeholder,
  ...frame
}: ChooseOneProps<Values>) {
  const [isTouched, setTouched] = useState(false)
  return (
    <Form.Field
      control={frame.control}
      name={frame.name}
      render={({ field: { value, onChange, ...field } }) => {
        const found = value as Found | null
        const choose = (next: Found | null) => {
          setTouched(true)
          onChange(next)
        }
        return (
          <Form.Item>
            <FieldLabel optional={frame.optional}>{frame.label}</FieldLabel>
            {found ? (
              <Chosen found={found} onRemove={() => choose(null)} autoFocus={isTouched} />
            ) : (
              <Form.Control>
                <SearchInput {...field} source={source} onChoose={choose} placeholder={placeholder} />
              </Form.Control>
            )}
            {frame.hint && <Form.Hint className="text-pretty">{frame.hint}</Form.Hint>}
            <Form.ErrorMessage />
          </Form.Item>
        )
      }}
    />
  )
}
