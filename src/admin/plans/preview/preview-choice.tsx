import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import type { Studio } from "../../platform/studio"
import { useText } from "../../text/use-text"

/** Stands for no location, which a choice cannot have for its value. */
const ANY = "any"

interface PreviewChoiceProps {
  studio: Studio
  currency_code: string | undefined
  location_id: string | undefined
  onCurrency: (code: string) => void
  onLocation: (id: string | undefined) => void
}

export function PreviewChoice({
  studio,
  currency_code,
  location_id,
  onCurrency,
  onLocation,
}: PreviewChoiceProps) {
  const t = useText()
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      <Choice
        label={t("plans.preview.location")}
        value={location_id ?? ANY}
        onChange={(id) => onLocation(id === ANY ? undefined : id)}
        options={[
          { value: ANY, label: t("plans.preview.anyLocation") },
          ...studio.locations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Choice
        label={t("plans.preview.currency")}
        value={currency_code}
        onChange={onCurrency}
        options={studio.currency_codes.map((code) => ({ value: code, label: code.toUpperCase() }))}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string | undefined
  onChange: (value: string) => void
  options: { value: string; label: string }[]
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {options.map((option) => (
            <Select.Item key={option.value} value={option.value}>
              {option.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
