import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { Heading } from "@medusajs/ui"
import { type Control, useForm, useWatch } from "react-hook-form"
import { SwitchField } from "../../../forms/choice-fields"
import { FormDrawer } from "../../../forms/form-drawer"
import { AllOrListField } from "../../../forms/list-fields"
import { NumberField } from "../../../forms/text-fields"
import { WindowFields } from "../../../forms/times/window-fields"
import type { Studio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import type { Plan } from "../../types"
import { facilitiesOf, serviceOptions } from "../service-options"
import { SoldNote } from "../sold-note"
import { useSavePlan } from "../use-save-plan"
import { accessBody, accessSchema, type AccessValues, accessValues } from "./access-values"
import { GroupField } from "./group-field"
import { LimitFields } from "./limit-fields"

interface AccessFormProps {
  plan: Plan
  studio: Studio
}

/** PLAN-10…12. */
export function AccessForm({ plan, studio }: AccessFormProps) {
  const t = useText()
  const form = useForm({ resolver: zodResolver(accessSchema(t)), defaultValues: accessValues(plan) })
  const { control } = form
  const isEverywhere = useWatch({ control, name: "locations.valid_at.all" })
  const save = useSavePlan(form, { plan, section: "access", bodyOf: accessBody })
  return (
    <FormDrawer
      title={t("plans.edit.access.title")}
      description={t("plans.edit.access.detail")}
      form={form}
      onSubmit={save}
    >
      <SoldNote plan={plan}>{t("plans.edit.access.sold")}</SoldNote>
      <AllOrListField
        {...{ control }}
        name="locations.valid_at"
        all={t("plans.edit.access.allLocations")}
        allHint={t("plans.edit.access.allLocationsHint")}
        isAll={isEverywhere}
        label={t("plans.edit.access.locations")}
        options={studio.locations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <WindowFields {...{ control }} part="access." />
      <LimitFields {...{ control }} recurring={plan.billing.type === "recurring"} />
      <PlaceFields {...{ control, plan, studio }} />
      <Heading level="h2">{t("plans.edit.access.benefits")}</Heading>
      <GroupField {...{ control }} />
      <NumberField
        {...{ control }}
        name="benefits.early_booking_hours"
        label={t("plans.edit.access.early")}
        unit={t("plans.edit.access.hours")}
        hint={t("plans.edit.access.earlyHint")}
      />
    </FormDrawer>
  )
}

/** What inside a location is open to members. */
function PlaceFields({ control, plan, studio }: AccessFormProps & { control: Control<AccessValues> }) {
  const t = useText()
  const isAll = useWatch({ control, name: "access.facility_ids.all" })
  return (
    <>
      <AllOrListField
        {...{ control, isAll }}
        name="access.facility_ids"
        all={t("plans.edit.access.allFacilities")}
        allHint={t("plans.edit.access.allFacilitiesHint")}
        label={t("plans.edit.access.facilities")}
        hint={t("plans.edit.access.facilitiesHint")}
        options={serviceOptions(facilitiesOf(studio.services), plan.access?.facility_ids ?? [])}
      />
      <SwitchField
        {...{ control }}
        name="access.members_only_services"
        label={t("plans.edit.access.membersOnly")}
        hint={t("plans.edit.access.membersOnlyHint")}
      />
      <SwitchField
        {...{ control }}
        name="prevents_general_hours_access"
        label={t("plans.edit.access.general")}
        hint={t("plans.edit.access.generalHint")}
      />
    </>
  )
}
