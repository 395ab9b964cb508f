import { Label, Select } from "@medusajs/ui"
import { useId } from "react"
import type { StudioLocation } from "../../platform/studio"
import { useText } from "../../text/use-text"
import type { DeskService, Place } from "./types"

/** A choice has to have a value. */
const OPEN_HOURS = "open-hours"

interface PlaceBarProps {
  place: Place
  locations: readonly StudioLocation[]
  services: readonly DeskService[]
  onLocation: (id: string) => void
  onService: (id: string | null) => void
  /** A choice was made, or not: the field to search with has the focus again. */
  onClosed: () => void
}

/** Where the desk stands, and what people come for. */
export function PlaceBar({ place, locations, services, onLocation, onService, onClosed }: PlaceBarProps) {
  const t = useText()
  const openHours = { value: OPEN_HOURS, label: t("frontDesk.desk.openHours") }
  return (
    <div className="grid grid-cols-2 gap-3">
      <Choice
        label={t("frontDesk.desk.location")}
        value={place.location_id}
        choices={locations.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onLocation}
        onClosed={onClosed}
      />
      <Choice
        label={t("frontDesk.desk.service")}
        value={place.service_id ?? OPEN_HOURS}
        choices={[openHours, ...services.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id) => onService(id === OPEN_HOURS ? null : id)}
        onClosed={onClosed}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  onClosed: () => void
}

export function Choice({ label, value, choices, onChange, onClosed }: ChoiceProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          {choices.map((each) => (
            <Select.Item key={each.value} value={each.value}>
              {each.label}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
