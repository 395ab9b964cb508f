import { type Control, useFieldArray, useWatch } from "react-hook-form"
import { SwitchField } from "../../../forms/choice-fields"
import { FieldGroup } from "../../../forms/field-group"
import { TextField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import { AddRow, RowCard } from "../row-card"
import { type AccessValues, NEW_WINDOW } from "./access-values"
import { WeekdaysField } from "./weekdays-field"

interface WindowFieldsProps {
  control: Control<AccessValues>
}

export function WindowFields({ control }: WindowFieldsProps) {
  const t = useText()
  const anytime = useWatch({ control, name: "access.anytime" })
  const { fields, append, remove } = useFieldArray({ control, name: "access.time_windows" })
  return (
    <>
      <SwitchField
        {...{ control }}
        name="access.anytime"
        label={t("plans.edit.access.anytime")}
        hint={t("plans.edit.access.anytimeHint")}
      />
      {!anytime && (
        <FieldGroup label={t("plans.edit.access.windows")} hint={t("plans.edit.access.windowsHint")}>
          {fields.map(({ id }, index) => (
            <Window key={id} {...{ control, index }} onRemove={() => remove(index)} />
          ))}
          <AddRow onClick={() => append(NEW_WINDOW)}>{t("plans.edit.access.addWindow")}</AddRow>
        </FieldGroup>
      )}
    </>
  )
}

interface WindowProps extends WindowFieldsProps {
  index: number
  onRemove: () => void
}

function Window({ control, index, onRemove }: WindowProps) {
  const t = useText()
  const number = index + 1
  const name = `access.time_windows.${index}` as const
  return (
    <RowCard
      label={t("plans.edit.access.window", { number })}
      removeLabel={t("plans.edit.access.removeWindow", { number })}
      onRemove={onRemove}
    >
      <WeekdaysField {...{ control }} name={`${name}.weekdays`} label={t("plans.edit.access.weekdays")} />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField {...{ control }} name={`${name}.from`} type="time" label={t("plans.edit.access.from")} />
        <TextField {...{ control }} name={`${name}.until`} type="time" label={t("plans.edit.access.until")} />
      </div>
    </RowCard>
  )
}
