import { type Control, useWatch } from "react-hook-form"
import { ChoiceField, ComboboxField, SwitchField } from "../../../forms/choice-fields"
import { NumberField } from "../../../forms/text-fields"
import type { Studio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { NO_PLAN, type SaleValues } from "./sale-values"

interface IntroductoryFieldsProps {
  control: Control<SaleValues>
  studio: Studio
  /** A plan does not follow itself. */
  planId: string
}

/** PLAN-8. */
export function IntroductoryFields({ control, studio, planId }: IntroductoryFieldsProps) {
  const t = useText()
  const [isIntroductory, everHeld] = useWatch({
    control,
    name: ["is_introductory", "introductory_offer.ever_held"],
  })
  return (
    <>
      <SwitchField
        {...{ control }}
        name="is_introductory"
        label={t("plans.edit.sale.introductory")}
        hint={t("plans.edit.sale.introductoryHint")}
      />
      {isIntroductory && (
        <>
          <SwitchField
            {...{ control }}
            name="introductory_offer.ever_held"
            label={t("plans.edit.sale.everHeld")}
            hint={t("plans.edit.sale.everHeldHint")}
          />
          {!everHeld && (
            <NumberField
              {...{ control }}
              name="introductory_offer.look_back_days"
              label={t("plans.edit.sale.lookBack")}
              unit={t("plans.edit.policies.days")}
              min={1}
            />
          )}
          <LimitFields control={control} />
          <FollowFields {...{ control, studio, planId }} />
        </>
      )}
    </>
  )
}

function LimitFields({ control }: Pick<IntroductoryFieldsProps, "control">) {
  const t = useText()
  const hint = t("plans.edit.sale.noLimit")
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <NumberField
        {...{ control, hint }}
        name="introductory_offer.limit_per_customer"
        label={t("plans.edit.sale.perCustomer")}
        min={1}
      />
      <NumberField
        {...{ control, hint }}
        name="introductory_offer.limit_per_household"
        label={t("plans.edit.sale.perHousehold")}
        min={1}
      />
    </div>
  )
}

function FollowFields({ control, studio, planId }: IntroductoryFieldsProps) {
  const t = useText()
  const follower = useWatch({ control, name: "introductory_offer.converts_to_plan_id" })
  const plans = studio.plans
    .filter(({ id, status }) => id !== planId && (status !== "archived" || id === follower))
    .map(({ id, name, status }) => ({
      value: id,
      label: status === "archived" ? t("plans.edit.sale.archivedPlan", { name }) : name,
    }))
  return (
    <>
      <ComboboxField
        {...{ control }}
        name="introductory_offer.converts_to_plan_id"
        label={t("plans.edit.sale.convertsTo")}
        hint={t("plans.edit.sale.convertsToHint")}
        options={[{ value: NO_PLAN, label: t("plans.edit.sale.nothing") }, ...plans]}
      />
      {follower !== NO_PLAN && (
        <ChoiceField
          {...{ control }}
          name="introductory_offer.conversion"
          label={t("plans.edit.sale.conversion")}
          options={(["offer", "automatic"] as const).map((value) => ({
            value,
            label: t(`plans.edit.sale.conversions.${value}`),
            detail: t(`plans.edit.sale.conversions.${value}Detail`),
          }))}
        />
      )}
    </>
  )
}
