import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { useForm, useWatch } from "react-hook-form"
import { ChoiceField, SwitchField } from "../../../forms/choice-fields"
import { FormDrawer } from "../../../forms/form-drawer"
import { IntervalField } from "../../../forms/interval-field"
import { useText } from "../../../text/use-text"
import type { Plan } from "../../types"
import { SoldNote } from "../sold-note"
import { useSavePlan } from "../use-save-plan"
import { validityBody, validitySchema, validityValues } from "./validity-values"

/** PLAN-3. */
export function ValidityForm({ plan }: { plan: Plan }) {
  const t = useText()
  const form = useForm({ resolver: zodResolver(validitySchema(t)), defaultValues: validityValues(plan) })
  const { control } = form
  const [isUnlimited, starts, isLimited] = useWatch({
    control,
    name: ["is_unlimited", "starts", "is_limited"],
  })
  const save = useSavePlan(form, { plan, section: "validity", bodyOf: validityBody })
  return (
    <FormDrawer
      title={t("plans.edit.validity.title")}
      description={t("plans.edit.validity.detail")}
      form={form}
      onSubmit={save}
    >
      <SoldNote plan={plan}>{t("plans.edit.validity.sold")}</SoldNote>
      <SwitchField
        {...{ control }}
        name="is_unlimited"
        label={t("plans.edit.validity.unlimited")}
        hint={t("plans.edit.validity.unlimitedHint")}
      />
      {!isUnlimited && (
        <IntervalField {...{ control }} name="validity" label={t("plans.edit.validity.length")} />
      )}
      <ChoiceField
        {...{ control }}
        name="starts"
        label={t("plans.edit.validity.starts")}
        options={(["purchase", "chosen_date", "first_visit"] as const).map((value) => ({
          value,
          label: t(`plans.edit.validity.start.${value}`),
          detail: t(`plans.edit.validity.start.${value}Detail`),
        }))}
      />
      {starts === "first_visit" && (
        <>
          <SwitchField
            {...{ control }}
            name="is_limited"
            label={t("plans.edit.validity.limited")}
            hint={t("plans.edit.validity.limitedHint")}
          />
          {isLimited && (
            <IntervalField
              {...{ control }}
              name="must_start_within"
              label={t("plans.edit.validity.within")}
            />
          )}
        </>
      )}
    </FormDrawer>
  )
}
