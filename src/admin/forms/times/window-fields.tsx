import "./words"
import {
  type Control,
  type FieldArrayPath,
  type FieldPath,
  type FieldValues,
  useFieldArray,
  useWatch,
} from "react-hook-form"
import { useText } from "../../text/use-text"
import { SwitchField } from "../choice-fields"
import { FieldGroup } from "../field-group"
import { AddRow, RowCard } from "../row-card"
import { TextField } from "../text-fields"
import { WeekdaysField } from "./weekdays-field"
import { NEW_WINDOW } from "./window-values"

interface WindowFieldsProps<Values extends FieldValues> {
  control: Control<Values>
  /** Where in the form the times stand: `access.`, or nothing. */
  part?: string
}

/** At any time, or at the times that are listed (PLAN-11). */
export function WindowFields<Values extends FieldValues>({ control, part = "" }: WindowFieldsProps<Values>) {
  const t = useText()
  const name = `${part}time_windows` as FieldArrayPath<Values>
  const anytime = `${part}anytime` as FieldPath<Values>
  const { fields, append, remove } = useFieldArray({ control, name })
  const isAnytime = useWatch({ control, name: anytime }) as boolean
  return (
    <>
      <SwitchField
        {...{ control }}
        name={anytime}
        label={t("forms.times.anytime")}
        hint={t("forms.times.anytimeHint")}
      />
      {!isAnytime && (
        <FieldGroup label={t("forms.times.windows")} hint={t("forms.times.windowsHint")}>
          {fields.map(({ id }, index) => (
            <Window
              key={id}
              {...{ control, number: index + 1 }}
              name={`${name}.${index}`}
              onRemove={() => remove(index)}
            />
          ))}
          <AddRow onClick={() => append(NEW_WINDOW as Parameters<typeof append>[0])}>
            {t("forms.times.add")}
          </AddRow>
        </FieldGroup>
      )}
    </>
  )
}

interface WindowProps<Values extends FieldValues> {
  control: Control<Values>
  name: string
  number: number
  onRemove: () => void
}

function Window<Values extends FieldValues>({ control, name, number, onRemove }: WindowProps<Values>) {
  const t = useText()
  const field = (of: string) => `${name}.${of}` as FieldPath<Values>
  return (
    <RowCard
      label={t("forms.times.window", { number })}
      removeLabel={t("forms.times.remove", { number })}
      onRemove={onRemove}
    >
      <WeekdaysField {...{ control }} name={field("weekdays")} label={t("forms.times.weekdays")} />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField {...{ control }} name={field("from")} type="time" label={t("forms.times.from")} />
        <TextField {...{ control }} name={field("until")} type="time" label={t("forms.times.until")} />
      </div>
    </RowCard>
  )
}
