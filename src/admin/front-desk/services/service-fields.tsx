import { type Control, useWatch } from "react-hook-form"
import { ChoiceField, SwitchField } from "../../forms/choice-fields"
import { AllOrListField } from "../../forms/list-fields"
import { NumberField, TextareaField, TextField } from "../../forms/text-fields"
import { WindowFields } from "../../forms/times/window-fields"
import type { Studio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { MissedVisitFields } from "./missed-visit-fields"
import type { ServiceValues } from "./service-values"

const KINDS = ["class", "appointment", "event", "facility"] as const

interface ServiceFieldsProps {
  control: Control<ServiceValues>
  studio: Studio
  /** Currencies in which a missed visit can cost something. */
  fined_in: readonly string[]
}

export function ServiceFields({ control, studio, fined_in }: ServiceFieldsProps) {
  const t = useText()
  const isEverywhere = useWatch({ control, name: "location_ids.all" })
  return (
    <>
      <TextField
        {...{ control }}
        name="name"
        autoFocus
        label={t("frontDesk.services.name")}
        hint={t("frontDesk.services.nameHint")}
      />
      <ChoiceField
        {...{ control }}
        name="kind"
        label={t("frontDesk.services.kind")}
        options={KINDS.map((value) => ({
          value,
          label: t(`frontDesk.services.kinds.${value}`),
          detail: t(`frontDesk.services.kindDetails.${value}`),
        }))}
      />
      <TextareaField
        {...{ control }}
        name="description"
        optional
        rows={2}
        label={t("frontDesk.services.description")}
        hint={t("frontDesk.services.descriptionHint")}
      />
      <NumberField
        {...{ control }}
        name="credit_cost"
        min={1}
        label={t("frontDesk.services.cost")}
        hint={t("frontDesk.services.costHint")}
      />
      <AllOrListField
        {...{ control }}
        name="location_ids"
        all={t("frontDesk.services.allLocations")}
        allHint={t("frontDesk.services.allLocationsHint")}
        isAll={isEverywhere}
        label={t("frontDesk.services.locations")}
        options={studio.locations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <WindowFields {...{ control }} />
      <SwitchField
        {...{ control }}
        name="members_only"
        label={t("frontDesk.services.membersOnly")}
        hint={t("frontDesk.services.membersOnlyHint")}
      />
      <SwitchField
        {...{ control }}
        name="is_general_hours"
        label={t("frontDesk.services.general")}
        hint={t("frontDesk.services.generalHint")}
      />
      <NumberField
        {...{ control }}
        name="reentry_minutes"
        optional
        min={1}
        label={t("frontDesk.services.reentry")}
        hint={t("frontDesk.services.reentryHint")}
      />
      <MissedVisitFields {...{ control, fined_in }} />
    </>
  )
}
