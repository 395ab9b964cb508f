import { SectionRow } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { Section } from "../../parts/section"
import { useFormat } from "../../text/use-format"
import { type Text as Words, useText } from "../../text/use-text"
import type { Membership, PlanBilling, PlanEntitlement } from "../types"

function billingText(billing: PlanBilling, t: Words): string {
  if (billing.type === "one_time") return t("sale.oneTime")
  return t(`sale.every.${billing.interval}`, { count: billing.interval_count })
}

function entitlementText(entitlement: PlanEntitlement, t: Words): string {
  if (entitlement.type === "unlimited") return t("sale.unlimited")
  const { credits: count, per } = entitlement
  return t(per === "period" ? "sale.creditsEach" : "sale.creditsOnce", { count })
}

/** What the customer bought and agreed to; it stays so for life (CHART-8, SALE-4). */
export function SaleSection({ membership }: { membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { plan, price_chart, accepted_terms, time_zone } = membership
  const terms = accepted_terms.map(({ accepted_at, terms: { version } }) =>
    t("sale.termsVersion", { version, date: format.dayOf(accepted_at, time_zone) })
  )
  return (
    <Section title={t("sale.title")}>
      <SectionRow title={t("fields.kind")} value={t(`kind.${plan.kind}`)} />
      <SectionRow title={t("fields.audience")} value={t(`audience.${plan.audience}`)} />
      <SectionRow
        title={t("sale.chart")}
        value={
          <div className="flex flex-col gap-y-1">
            <Text size="small" leading="compact">
              {t("sale.chartVersion", { version: price_chart.version })}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted text-pretty">
              {t("sale.chartKept")}
            </Text>
          </div>
        }
      />
      <SectionRow title={t("sale.billing")} value={billingText(plan.billing, t)} />
      <SectionRow title={t("sale.includes")} value={entitlementText(plan.entitlement, t)} />
      <SectionRow title={t("sale.terms")} value={terms.length ? terms.join("\n") : t("sale.noTerms")} />
    </Section>
  )
}
