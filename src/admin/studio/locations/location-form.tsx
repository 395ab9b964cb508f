import { zodResolver } from "@hookform/resolvers/zod"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { ComboboxField, SwitchField } from "../../forms/choice-fields"
import { FormDrawer } from "../../forms/form-drawer"
import { useSave } from "../../forms/use-save"
import type { StudioAnswer } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { useSaveLocation } from "../queries/locations"
import type { LocationRow } from "../types"
import { zoneOptions } from "../zones"
import { HoursEditor } from "./hours-editor"
import { type LocationValues, locationSchema } from "./location-values"
import { linesOf, weekOf } from "./week"
import { ZoneTime } from "./zone-time"

interface LocationFormProps {
  location: LocationRow
  studio: StudioAnswer
}

export function LocationForm({ location, studio }: LocationFormProps) {
  const t = useText()
  const { name, settings } = location
  const { mutateAsync } = useSaveLocation(location)
  const isFirst = !studio.locations.some(({ is_default }) => is_default)
  const hasNoChoice = location.is_default || isFirst
  const form = useForm<LocationValues>({
    resolver: zodResolver(useMemo(() => locationSchema(t), [t])),
    defaultValues: {
      time_zone: settings?.time_zone ?? "",
      week: weekOf(settings?.opening_hours ?? null),
      is_default: hasNoChoice,
    },
  })
  const onSubmit = useSave(form, {
    save: async ({ time_zone, week, is_default }) =>
      mutateAsync({
        time_zone,
        opening_hours: linesOf(week),
        ...(is_default && !hasNoChoice ? { is_default } : {}),
      }),
    saved: t("studio.locations.saved"),
  })
  const { control } = form
  return (
    <FormDrawer title={t("studio.location.title")} description={name} form={form} onSubmit={onSubmit}>
      <div className="flex flex-col gap-y-2">
        <ComboboxField
          {...{ control, name: "time_zone" }}
          label={t("studio.location.zone")}
          placeholder={t("studio.location.zonePlaceholder")}
          options={useMemo(() => zoneOptions(settings?.time_zone ?? ""), [settings])}
        />
        <ZoneTime control={control} studio={studio} />
      </div>
      <SwitchField
        {...{ control, name: "is_default", disabled: hasNoChoice }}
        label={t("studio.location.default")}
        hint={t(defaultHint(location.is_default, isFirst))}
      />
      <HoursEditor form={form} />
    </FormDrawer>
  )
}

function defaultHint(isDefault: boolean, isFirst: boolean) {
  if (isDefault) return "studio.location.isDefault"
  return isFirst ? "studio.location.firstDefault" : "studio.location.defaultHint"
}
