import type { Control } from "react-hook-form"
import { SelectField } from "../../forms/choice-fields"
import { NumberField } from "../../forms/text-fields"
import { useText } from "../../text/use-text"
import type { PlanDraft } from "./usual-cases"

interface TermFieldsProps {
  control: Control<PlanDraft>
}

const UNITS = ["day", "week", "month", "year"] as const
const PAIR = "grid grid-cols-1 gap-4 sm:grid-cols-2"

function UnitField({ control, name }: TermFieldsProps & { name: "billing.interval" | "validity.unit" }) {
  const t = useText()
  const options = UNITS.map((value) => ({ value, label: t(`plans.create.units.${value}`) }))
  return <SelectField control={control} name={name} label={t("plans.create.unit")} options={options} />
}

/** PLAN-2. */
export function BillingFields({ control }: TermFieldsProps) {
  const t = useText()
  return (
    <div className={PAIR}>
      <NumberField control={control} name="billing.interval_count" label={t("plans.create.every")} min={1} />
      <UnitField control={control} name="billing.interval" />
    </div>
  )
}

/** PLAN-4. */
export function CreditFields({ control }: TermFieldsProps) {
  const t = useText()
  return (
    <div className={PAIR}>
      <NumberField
        control={control}
        name="entitlement.credits"
        label={t("plans.create.credits")}
        hint={t("plans.create.creditsHint")}
        min={1}
      />
    </div>
  )
}

/** PLAN-3. */
export function ValidityFields({ control, isNeeded }: TermFieldsProps & { isNeeded: boolean }) {
  const t = useText()
  return (
    <div className={PAIR}>
      <NumberField
        control={control}
        name="validity.count"
        label={t("plans.create.validity")}
        hint={isNeeded ? undefined : t("plans.create.validityHint")}
        optional={!isNeeded}
        min={1}
      />
      <UnitField control={control} name="validity.unit" />
    </div>
  )
}
