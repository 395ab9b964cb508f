import type { Control } from "react-hook-form"
import { useWatch } from "react-hook-form"
import { ComboboxField, SelectField } from "../../forms/choice-fields"
import { NumberField } from "../../forms/text-fields"
import type { Studio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { NO_PLAN, type PlanDraft } from "./usual-cases"

interface OfferFieldsProps {
  control: Control<PlanDraft>
  studio: Studio
}

/** PLAN-8: who is new, how often they may have it, and which plan follows. */
export function OfferFields({ control, studio }: OfferFieldsProps) {
  const t = useText()
  const follows = useWatch({ control, name: "introductory_offer.converts_to_plan_id" }) !== NO_PLAN
  const plans = studio.plans.filter(({ status }) => status !== "archived")
  const limit = { control, hint: t("plans.create.limitHint"), min: 1, optional: true }
  return (
    <>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <NumberField
          {...limit}
          name="introductory_offer.limit_per_customer"
          label={t("plans.create.limitCustomer")}
        />
        <NumberField
          {...limit}
          name="introductory_offer.limit_per_household"
          label={t("plans.create.limitHousehold")}
        />
        <NumberField
          {...limit}
          name="introductory_offer.look_back_days"
          label={t("plans.create.lookBack")}
          hint={t("plans.create.lookBackHint")}
        />
      </div>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <ComboboxField
          control={control}
          name="introductory_offer.converts_to_plan_id"
          label={t("plans.create.converts")}
          hint={t("plans.create.convertsHint")}
          options={[
            { value: NO_PLAN, label: t("plans.create.convertsNone") },
            ...plans.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {follows && (
          <SelectField
            control={control}
            name="introductory_offer.conversion"
            label={t("plans.create.conversion")}
            options={[
              { value: "offer", label: t("plans.create.conversionOffer") },
              { value: "automatic", label: t("plans.create.conversionAutomatic") },
            ]}
          />
        )}
      </div>
    </>
  )
}
