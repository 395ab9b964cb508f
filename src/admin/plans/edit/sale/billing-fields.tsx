import { Hint } from "@medusajs/ui"
import { type Control, useWatch } from "react-hook-form"
import { type OwnDayReason, ownDayReason } from "../../../../domain/billing/common-billing-day"
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
      {recurring && <ProrationField {...{ control, facts }} />}
    </>
  )
}

/** BILL-7: says whether the plan, as it is being edited, joins the common billing day, and if not, why. */
function ProrationField({ control, facts }: BillingFieldsProps) {
  const t = useText()
  const [billing, renewal, introductory] = useWatch({
    control,
    name: ["billing", "renewal", "is_introductory"],
  })
  const { audience, starts } = facts.plan
  const mode = introductory ? "none" : renewalOf({ renewal, billing }, facts)
  const why = ownDayReason({
    ...{ audience, starts, proration: true, renewal: { mode } },
    billing: { type: "recurring", interval: billing.interval, interval_count: billing.interval_count ?? 1 },
  })
  const day = facts.common_billing_day
  return (
    <SwitchField
      {...{ control }}
      name="proration"
      label={t("plans.edit.sale.proration")}
      hint={
        isShared(audience)
          ? t("plans.edit.sale.prorationShared")
          : why === null && day !== null
            ? t("plans.edit.sale.prorationHint", { day })
            : t(`plans.edit.sale.prorationOwnDay.${ownDayKey(why)}`)
      }
      disabled={isShared(audience)}
    />
  )
}

type OwnDayKey = "none" | Exclude<OwnDayReason, "shared" | "proration_off">

const ownDayKey = (why: OwnDayReason | null): OwnDayKey =>
  why === null || why === "shared" || why === "proration_off" ? "none" : why

function RenewalField({ control, facts }: BillingFieldsProps) {
  const t = useText()
  const [billing, renewal, introductory] = useWatch({
    control,
    name: ["billing", "renewal", "is_introductory"],
  })
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
