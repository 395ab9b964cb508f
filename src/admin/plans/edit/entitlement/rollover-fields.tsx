import { type Control, useWatch } from "react-hook-form"
import { SelectField } from "../../../forms/choice-fields"
import { NumberField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import type { EntitlementValues } from "./entitlement-values"

/** PLAN-7. */
export function RolloverFields({ control }: { control: Control<EntitlementValues> }) {
  const t = useText()
  const mode = useWatch({ control, name: "rollover.mode" })
  return (
    <>
      <SelectField
        {...{ control }}
        name="rollover.mode"
        label={t("plans.edit.entitlement.rollover")}
        options={(["none", "all", "up_to"] as const).map((value) => ({
          value,
          label: t(`plans.edit.entitlement.rolls.${value}`),
        }))}
      />
      {mode === "up_to" && (
        <NumberField {...{ control }} name="rollover.max" label={t("plans.edit.entitlement.max")} min={1} />
      )}
      {mode !== "none" && (
        <NumberField
          {...{ control }}
          name="rollover.expires_after_periods"
          label={t("plans.edit.entitlement.expires")}
          hint={t("plans.edit.entitlement.expiresHint")}
          min={1}
        />
      )}
    </>
  )
}
