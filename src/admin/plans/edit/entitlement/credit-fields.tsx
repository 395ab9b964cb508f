import { Hint } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { ChoiceField, SelectField, SwitchField } from "../../../forms/choice-fields"
import { NumberField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import type { entitlementParts, EntitlementValues } from "./entitlement-values"

interface CreditFieldsProps {
  control: Control<EntitlementValues>
  parts: ReturnType<typeof entitlementParts>
}

export function CreditFields({ control, parts }: CreditFieldsProps) {
  const t = useText()
  return (
    <>
      {parts.canChooseType ? (
        <ChoiceField
          {...{ control }}
          name="entitlement.type"
          label={t("plans.edit.entitlement.type")}
          options={(["unlimited", "credits"] as const).map((value) => ({
            value,
            label: t(`plans.edit.entitlement.types.${value}`),
            detail: t(`plans.edit.entitlement.types.${value}Detail`),
          }))}
        />
      ) : (
        <Hint>{t("plans.edit.entitlement.packHint")}</Hint>
      )}
      {parts.credits && (
        <>
          <NumberOfCredits {...{ control, parts }} />
          <Balance {...{ control, parts }} />
        </>
      )}
    </>
  )
}

function NumberOfCredits({ control, parts }: CreditFieldsProps) {
  const t = useText()
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <NumberField
          {...{ control }}
          name="entitlement.credits"
          label={t("plans.edit.entitlement.credits")}
          min={1}
        />
        {parts.canChoosePer && (
          <SelectField
            {...{ control }}
            name="entitlement.per"
            label={t("plans.edit.entitlement.per")}
            options={(["period", "term"] as const).map((value) => ({
              value,
              label: t(`plans.edit.entitlement.pers.${value}`),
            }))}
          />
        )}
      </div>
      {!parts.canChoosePer && <Hint>{t("plans.edit.entitlement.perHint")}</Hint>}
    </>
  )
}

function Balance({ control, parts }: CreditFieldsProps) {
  const t = useText()
  return (
    <>
      <ChoiceField
        {...{ control }}
        name="entitlement.scope"
        label={t("plans.edit.entitlement.scope")}
        options={(["shared", "separate"] as const).map((value) => ({
          value,
          label: t(`plans.edit.entitlement.scopes.${value}`),
          detail: t(`plans.edit.entitlement.scopes.${value}Detail`),
        }))}
      />
      {parts.canBelong && (
        <ChoiceField
          {...{ control }}
          name="entitlement.belongs_to"
          label={t("plans.edit.entitlement.belongs")}
          options={(["membership", "seat"] as const).map((value) => ({
            value,
            label: t(`plans.edit.entitlement.belongings.${value}`),
            detail: t(`plans.edit.entitlement.belongings.${value}Detail`),
          }))}
        />
      )}
      <SwitchField
        {...{ control }}
        name="entitlement.transferable"
        label={t("plans.edit.entitlement.transferable")}
        hint={t("plans.edit.entitlement.transferableHint")}
      />
    </>
  )
}
