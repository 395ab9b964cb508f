import { Plus, XMarkMini } from "@medusajs/icons"
import { Button, Heading, IconButton, Text } from "@medusajs/ui"
import { type Control, useFieldArray } from "react-hook-form"
import { TextField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import { type HouseholdValues, NEW_PERSON } from "./household-form"

/** People who become members with their household, such as children without a login. */
export function NewPeople({ control }: { control: Control<HouseholdValues> }) {
  const t = useText()
  const { fields, append, remove } = useFieldArray({ control, name: "new_members" })
  return (
    <div className="flex flex-col gap-y-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex flex-col">
          <Heading level="h2" className="txt-compact-small-plus">
            {t("people.households.create.dependents")}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("people.households.create.dependentsHint")}
          </Text>
        </div>
        <Button type="button" size="small" variant="secondary" onClick={() => append(NEW_PERSON)}>
          <Plus />
          {t("people.households.create.addDependent")}
        </Button>
      </div>
      {fields.map(({ id }, index) => (
        <NewPerson key={id} control={control} index={index} onRemove={() => remove(index)} />
      ))}
    </div>
  )
}

interface NewPersonProps {
  control: Control<HouseholdValues>
  index: number
  onRemove: () => void
}

function NewPerson({ control, index, onRemove }: NewPersonProps) {
  const t = useText()
  const number = index + 1
  const field = (name: "first_name" | "last_name" | "date_of_birth") =>
    ({ control, name: `new_members.${index}.${name}`, label: t(`people.members.form.${name}`) }) as const
  return (
    <fieldset
      aria-labelledby={`person-${index}`}
      className="shadow-elevation-card-rest bg-ui-bg-component flex flex-col gap-y-4 rounded-lg p-4"
    >
      <div className="flex items-center justify-between gap-x-4">
        <Text
          as="span"
          size="small"
          leading="compact"
          weight="plus"
          className="text-ui-fg-subtle"
          id={`person-${index}`}
        >
          {t("people.households.create.dependent", { number })}
        </Text>
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("people.households.create.removeDependent", { number })}
          onClick={onRemove}
        >
          <XMarkMini />
        </IconButton>
      </div>
      <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
        <TextField {...field("first_name")} />
        <TextField {...field("last_name")} optional />
      </div>
      <TextField
        {...field("date_of_birth")}
        type="date"
        optional
        hint={t("people.members.form.date_of_birthHint")}
      />
    </fieldset>
  )
}
