import { Hint } from "@medusajs/ui"
import { type Control, useWatch } from "react-hook-form"
import { isShared } from "../../../../domain/plans/types"
import { ChoiceField, SwitchField } from "../../../forms/choice-fields"
import { IntervalField } from "../../../forms/interval-field"
import { useText } from "../../../text/use-text"
import { renewalOf, renewalsOf, type SaleFacts, type SaleValues } from "./sale-values"

interface BillingFieldsProps {
  control: Control<SaleValues>
  facts: SaleFacts
}

/** PLAN-2, PLAN-6, BILL-7. */
export function BillingFields({ control, facts }: BillingFieldsProps) {
  const t = useText()
  const { type } = useWatch({ control, name: "billing" })
  const recurring = type === "recurring"
  const shared = isShared(facts.plan.audience)
  return (
    <>
      <ChoiceField
        {...{ control }}
        name="billing.type"
        label={t("plans.edit.sale.billing")}
        options={(["one_time", "recurring"] as const).map((value) => ({
          value,
          label: t(`plans.edit.sale.billingType.${value}`),
          detail: t(`plans.edit.sale.billingType.${value}Detail`),
        }))}
      />
      {recurring && (
        <IntervalField
          {...{ control }}
          name="billing"
          label={t("plans.edit.sale.every")}
          parts={{ count: "interval_count", unit: "interval" }}
        />
      )}
      <RenewalField {...{ control, facts }} />
      {recurring && (
        <SwitchField
          {...{ control }}
          name="proration"
          label={t("plans.edit.sale.proration")}
          hint={t(shared ? "plans.edit.sale.prorationShared" : "plans.edit.sale.prorationHint")}
          disabled={shared}
        />
      )}
    </>
  )
}

function RenewalField({ control, facts }: BillingFieldsProps) {
  const t = useText()
  const [billing, renewal, introductory] = useWatch({ control, name: ["billing", "renewal", "is_introductory"] })
  if (introductory) return <Hint>{t("plans.edit.sale.renewalIntroductory")}</Hint>
  const options = renewalsOf(billing.type, facts)
  return (
    <ChoiceField
      {...{ control }}
      name="renewal"
      label={t("plans.edit.sale.renewal")}
      hint={options.length === 1 ? t("plans.edit.sale.exhaustionNeeds") : undefined}
      shown={renewalOf({ renewal, billing }, facts)}
      options={options.map((value) => ({
        value,
        label: t(`plans.edit.sale.renews.${value}`),
        detail: t(`plans.edit.sale.renews.${value}Detail`),
      }))}
    />
  )
}
