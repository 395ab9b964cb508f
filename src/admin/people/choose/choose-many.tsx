import { Form } from "@medusajs/dashboard/components"
import type { FieldValues } from "react-hook-form"
import type { FieldProps } from "../../forms/field"
import { FieldLabel } from "../../forms/field-label"
import { Chosen } from "./chosen"
import { SearchInput } from "./search-input"
import type { Found, SearchSource } from "./sources"

interface ChooseManyProps<Values extends FieldValues> extends FieldProps<Values> {
  source: SearchSource
  placeholder: string
  /** Who is chosen elsewhere in the form. */
  except?: readonly string[]
}

/** A field whose value is a list of `Found`: who is chosen, below a search that adds to them. */
export function ChooseMany<Values extends FieldValues>({
  source,
  placeholder,
  except = [],
  ...frame
}: ChooseManyProps<Values>) {
  return (
    <Form.Field
      control={frame.control}
      name={frame.name}
      render={({ field: { value, onChange, ...field } }) => {
        const chosen = value as Found[]
        return (
          <Form.Item>
            <FieldLabel optional={frame.optional}>{frame.label}</FieldLabel>
            <Form.Control>
              <SearchInput
                {...field}
                source={source}
                placeholder={placeholder}
                except={[...except, ...chosen.map(({ id }) => id)]}
                onChoose={(found) => onChange([...chosen, found])}
              />
            </Form.Control>
            {frame.hint && <Form.Hint className="text-pretty">{frame.hint}</Form.Hint>}
            <Form.ErrorMessage />
            {chosen.length > 0 && (
              <ul className="flex flex-col gap-y-2">
                {chosen.map((found) => (
                  <li key={found.id}>
                    <Chosen
                      found={found}
                      onRemove={() => onChange(chosen.filter(({ id }) => id !== found.id))}
                    />
                  </li>
                ))}
              </ul>
            )}
          </Form.Item>
        )
      }}
    />
  )
}
