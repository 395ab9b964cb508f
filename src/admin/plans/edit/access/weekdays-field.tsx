import { Form } from "@medusajs/dashboard/components"
import { Checkbox } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { FieldGroup } from "../../../forms/field-group"
import { useFormat } from "../../../text/use-format"
import type { AccessValues } from "./access-values"

const WEEK = [1, 2, 3, 4, 5, 6, 7]

interface WeekdaysFieldProps {
  control: Control<AccessValues>
  name: `access.time_windows.${number}.weekdays`
  label: string
}

/** Monday to Sunday, each on or off. */
export function WeekdaysField({ control, name, label }: WeekdaysFieldProps) {
  const format = useFormat()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ref } }) => (
        <Form.Item>
          <FieldGroup label={label}>
            <div className="flex flex-wrap gap-x-4 gap-y-2">
              {WEEK.map((day, index) => {
                const others = value.filter((each) => each !== day)
                return (
                  <label key={day} className="txt-compact-small flex items-center gap-x-1.5">
                    <Checkbox
                      // The first takes the focus when this field is refused.
                      ref={index === 0 ? ref : undefined}
                      aria-label={format.weekday(day, "long")}
                      checked={value.includes(day)}
                      onCheckedChange={(isOn) => onChange(isOn === true ? [...others, day] : others)}
                    />
                    {format.weekday(day, "short")}
                  </label>
                )
              })}
            </div>
          </FieldGroup>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
