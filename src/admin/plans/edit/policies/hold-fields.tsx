import { Heading, Hint } from "@medusajs/ui"
import { type Control, useWatch } from "react-hook-form"
import { ChoiceField, SwitchField } from "../../../forms/choice-fields"
import { MoneyFields } from "../../../forms/money-fields"
import { NumberField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import type { PolicyFacts, PolicyValues } from "./policy-values"

interface HoldFieldsProps {
  control: Control<PolicyValues>
  facts: PolicyFacts
}

/** HOLD-3…6. */
export function HoldFields({ control, facts }: HoldFieldsProps) {
  const t = useText()
  const isAllowed = useWatch({ control, name: "hold_policy.allowed" })
  return (
    <>
      <Heading level="h2">{t("plans.edit.policies.holds")}</Heading>
      <SwitchField
        {...{ control }}
        name="hold_policy.allowed"
        label={t("plans.edit.policies.allowed")}
        hint={t("plans.edit.policies.allowedHint")}
      />
      {isAllowed && <HoldLimits control={control} />}
      <MoneyFields
        {...{ control }}
        name="hold_policy.fees"
        currency_codes={facts.currency_codes}
        label={t("plans.edit.policies.fees")}
        hint={t("plans.edit.policies.feesHint")}
      />
      <EffectFields {...{ control, facts }} />
    </>
  )
}

function HoldLimits({ control }: Pick<HoldFieldsProps, "control">) {
  const t = useText()
  const unit = t("plans.edit.policies.days")
  const blank = t("plans.edit.policies.noLimit")
  return (
    <div className="grid grid-cols-2 items-start gap-x-3 gap-y-4">
      <NumberField
        {...{ control, unit }}
        name="hold_policy.min_days"
        label={t("plans.edit.policies.minDays")}
        hint={blank}
        min={1}
      />
      <NumberField
        {...{ control, unit }}
        name="hold_policy.max_days"
        label={t("plans.edit.policies.maxDays")}
        hint={blank}
        min={1}
      />
      <NumberField
        {...{ control, unit }}
        name="hold_policy.max_days_a_year"
        label={t("plans.edit.policies.maxDaysAYear")}
        hint={blank}
        min={1}
      />
      <NumberField
        {...{ control, unit }}
        name="hold_policy.notice_days"
        label={t("plans.edit.policies.noticeDays")}
        hint={t("plans.edit.policies.noticeHint")}
      />
    </div>
  )
}

function EffectFields({ control, facts }: HoldFieldsProps) {
  const t = useText()
  return (
    <>
      {facts.recurring ? (
        <ChoiceField
          {...{ control }}
          name="hold_policy.effect"
          label={t("plans.edit.policies.effect")}
          options={(["extend", "skip_dues"] as const).map((value) => ({
            value,
            label: t(`plans.edit.policies.effects.${value}`),
            detail: t(`plans.edit.policies.effects.${value}Detail`),
          }))}
        />
      ) : (
        <Hint>{t("plans.edit.policies.effectOnce")}</Hint>
      )}
      {facts.shared && (
        <SwitchField
          {...{ control }}
          name="hold_policy.reprice_remaining"
          label={t("plans.edit.policies.reprice")}
          hint={t("plans.edit.policies.repriceHint")}
        />
      )}
    </>
  )
}
