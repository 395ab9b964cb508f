import { SectionRow } from "@medusajs/dashboard/components"
import { Section } from "../../parts/section"
import { type Format, useFormat } from "../../text/use-format"
import { type Text as Words, useText } from "../../text/use-text"
import type { FirstPeriod, Membership, PlanBilling, PlanEntitlement } from "../types"
import { AcceptedTermsRows } from "./accepted-terms"
import { PageLink, WithHint } from "./lines"

function billingText(billing: PlanBilling, t: Words): string {
  if (billing.type === "one_time") return t("sale.oneTime")
  return t(`sale.every.${billing.interval}`, { count: billing.interval_count })
}

function entitlementText(entitlement: PlanEntitlement, t: Words): string {
  if (entitlement.type === "unlimited") return t("sale.unlimited")
  const { credits: count, per } = entitlement
  return t(per === "period" ? "sale.creditsEach" : "sale.creditsOnce", { count })
}

/** BILL-7, MONEY-3: the days that the sale charged. */
function firstPeriodText(period: FirstPeriod, format: Format, t: Words): string {
  const { starts_on, ends_on, days: count, of_days: of } = period
  return t("sale.firstPeriod", { count, of, from: format.day(starts_on), until: format.lastDay(ends_on) })
}

/** What the customer bought and agreed to; it stays so for life (CHART-8, SALE-4). */
export function SaleSection({ membership }: { membership: Membership }) {
  const t = useText()
  const { plan, price_chart, accepted_terms, time_zone } = membership
  const format = useFormat()
  const firstPeriod = membership.sale_draft?.first_period
  const planPage = `/memberships/plans/${plan.id}`
  return (
    <Section title={t("sale.title")}>
      <SectionRow title={t("fields.plan")} value={<PageLink to={planPage}>{plan.name}</PageLink>} />
      <SectionRow title={t("fields.kind")} value={t(`kind.${plan.kind}`)} />
      <SectionRow title={t("fields.audience")} value={t(`audience.${plan.audience}`)} />
      <SectionRow
        title={t("sale.chart")}
        value={
          <WithHint hint={t("sale.chartKept")}>
            <PageLink to={`${planPage}/prices`}>
              {t("sale.chartVersion", { version: price_chart.version })}
            </PageLink>
          </WithHint>
        }
      />
      <SectionRow
        title={t("sale.billing")}
        value={
          firstPeriod ? (
            <WithHint hint={firstPeriodText(firstPeriod, format, t)}>{billingText(plan.billing, t)}</WithHint>
          ) : (
            billingText(plan.billing, t)
          )
        }
      />
      <SectionRow title={t("sale.includes")} value={entitlementText(plan.entitlement, t)} />
      {accepted_terms.length ? (
        <AcceptedTermsRows accepted={accepted_terms} zone={time_zone} />
      ) : (
        <SectionRow title={t("sale.terms")} value={t("sale.noTerms")} />
      )}
    </Section>
  )
}
