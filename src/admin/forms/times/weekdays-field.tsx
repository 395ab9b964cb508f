import { Form } from "@medusajs/dashboard/components"
import { Checkbox } from "@medusajs/ui"
import type { Control, FieldPath, FieldValues } from "react-hook-form"
import { useFormat } from "../../text/use-format"
import { FieldGroup } from "../field-group"

const WEEK = [1, 2, 3, 4, 5, 6, 7]

interface WeekdaysFieldProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  label: string
}

/** Monday to Sunday, each on or off. */
export function WeekdaysField<Values extends FieldValues>({
  control,
  name,
  label,
}: WeekdaysFieldProps<Values>) {
  const format = useFormat()
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ref } }) => {
        const chosen = value as number[]
        return (
          <Form.Item>
            <FieldGroup label={label}>
              <div className="flex flex-wrap gap-x-4 gap-y-2">
                {WEEK.map((day, index) => {
                  const others = chosen.filter((each) => each !== day)
                  return (
                    <label key={day} className="txt-compact-small flex items-center gap-x-1.5">
                      <Checkbox
                        // The first takes the focus when this field is refused.
                        ref={index === 0 ? ref : undefined}
                        aria-label={format.weekday(day, "long")}
                        checked={chosen.includes(day)}
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
        )
      }}
    />
  )
}
