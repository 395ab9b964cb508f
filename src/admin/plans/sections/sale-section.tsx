import { SectionRow, Thumbnail } from "@medusajs/dashboard/components"
import { ownDayReason } from "../../../domain/billing/common-billing-day"
import type { Studio } from "../../platform/studio"
import { type Format, useFormat } from "../../text/use-format"
import { type Text, useText } from "../../text/use-text"
import { billingText } from "../detail/plan-words"
import type { Plan } from "../types"
import { introductoryLines } from "./introductory-lines"
import { Lines } from "./lines"
import { namesOf } from "./names"
import { PlanSection } from "./plan-section"

interface SaleSectionProps {
  plan: Plan
  studio: Studio | undefined
}

export function SaleSection({ plan, studio }: SaleSectionProps) {
  const t = useText()
  const format = useFormat()
  const { sold_at } = plan.locations
  return (
    <PlanSection name="sale">
      <SectionRow
        title={t("plans.sections.sale.image")}
        value={plan.image ? <Thumbnail src={plan.image} alt={plan.name} /> : t("plans.sections.sale.noImage")}
      />
      <SectionRow
        title={t("plans.sections.sale.category")}
        value={<Lines of={[plan.revenue_category ?? t("plans.sections.none")]} />}
      />
      <SectionRow title={t("plans.sections.sale.billing")} value={billingText(plan.billing, t)} />
      <SectionRow
        title={t("plans.sections.sale.renewal")}
        value={t(`plans.sections.sale.renews.${plan.renewal.mode}`)}
      />
      <SectionRow title={t("plans.sections.sale.currencies")} value={currencyText(plan, studio, t)} />
      <SectionRow
        title={t("plans.sections.sale.signupFee")}
        value={<Lines of={feeLines(plan, t, format)} />}
      />
      {plan.billing.type === "recurring" && (
        <SectionRow title={t("plans.sections.sale.proration")} value={prorationText(plan, studio, t)} />
      )}
      <SectionRow
        title={t("plans.sections.sale.soldAt")}
        value={
          <Lines
            of={sold_at ? namesOf(sold_at, studio?.locations ?? []) : [t("plans.sections.sale.allLocations")]}
          />
        }
      />
      <SectionRow
        title={t("plans.sections.sale.introductory")}
        value={<Lines of={introductoryLines(plan, studio?.plans ?? [], t)} />}
      />
    </PlanSection>
  )
}

/** BILL-7: how dues are prorated, and whether new memberships join the common billing day. */
function prorationText(plan: Plan, studio: Studio | undefined, t: Text): string {
  const why = ownDayReason(plan)
  if (why === "shared" || why === "proration_off" || why === "not_recurring")
    return t("plans.sections.sale.notProrated")
  if (why !== null) return t(`plans.sections.sale.proratedOwnDay.${why}`)
  const day = studio?.common_billing_day ?? null
  return day === null
    ? t("plans.sections.sale.proratedOwnDay.none")
    : t("plans.sections.sale.prorated", { day })
}

const upperCase = (codes: readonly string[]) => codes.map((code) => code.toUpperCase()).join(", ")

function currencyText({ currency_codes }: Plan, studio: Studio | undefined, t: Text): string {
  if (currency_codes) return upperCase(currency_codes)
  return t("plans.sections.sale.allCurrencies", { codes: upperCase(studio?.currency_codes ?? []) })
}

function feeLines({ signup_fee }: Plan, t: Text, format: Format): string[] {
  if (!signup_fee?.length) return [t("plans.sections.sale.noSignupFee")]
  return signup_fee.map(({ amount, currency_code }) =>
    t("plans.sections.sale.once", { amount: format.money(amount, currency_code) })
  )
}
