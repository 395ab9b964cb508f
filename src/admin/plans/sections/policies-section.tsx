import { SectionRow } from "@medusajs/dashboard/components"
import { isShared } from "../../../domain/plans/types"
import type { Studio } from "../../platform/studio"
import { type Format, useFormat } from "../../text/use-format"
import { type Text, useText } from "../../text/use-text"
import { useCancellationExample } from "../edit/policies/cancellation-example"
import type { Plan } from "../types"
import { Lines } from "./lines"
import { PlanSection } from "./plan-section"

interface PoliciesSectionProps {
  plan: Plan
  studio: Studio | undefined
}

export function PoliciesSection({ plan, studio }: PoliciesSectionProps) {
  return (
    <PlanSection name="policies">
      <HoldRows plan={plan} />
      <CancellationRows {...{ plan, studio }} />
    </PlanSection>
  )
}

function HoldRows({ plan }: { plan: Plan }) {
  const t = useText()
  const format = useFormat()
  const { allowed, effect, reprice_remaining, notice_days: count } = plan.hold_policy
  const repriced = t(
    reprice_remaining ? "plans.sections.policies.repriced" : "plans.sections.policies.notRepriced"
  )
  return (
    <>
      <SectionRow
        title={t("plans.sections.policies.holds")}
        value={t(allowed ? "plans.sections.policies.allowed" : "plans.sections.policies.notAllowed")}
      />
      {allowed && (
        <>
          <SectionRow
            title={t("plans.sections.policies.length")}
            value={<Lines of={lengthLines(plan, t)} />}
          />
          <SectionRow
            title={t("plans.sections.policies.notice")}
            value={
              count > 0 ? t("plans.sections.policies.days", { count }) : t("plans.sections.policies.noNotice")
            }
          />
        </>
      )}
      <SectionRow title={t("plans.sections.policies.fee")} value={<Lines of={feeLines(plan, t, format)} />} />
      <SectionRow
        title={t("plans.sections.policies.effect")}
        value={
          <Lines
            of={[
              t(`plans.sections.policies.effects.${effect}`),
              ...(isShared(plan.audience) ? [repriced] : []),
            ]}
          />
        }
      />
    </>
  )
}

function lengthLines(
  { hold_policy: { min_days: min, max_days: max, max_days_a_year } }: Plan,
  t: Text
): string[] {
  return [
    lengthText(min, max, t),
    ...(max_days_a_year === null ? [] : [t("plans.sections.policies.yearly", { count: max_days_a_year })]),
  ]
}

function lengthText(min: number | null, max: number | null, t: Text): string {
  if (min !== null && max !== null) return t("plans.sections.policies.between", { min, max })
  if (min !== null) return t("plans.sections.policies.atLeast", { count: min })
  if (max !== null) return t("plans.sections.policies.atMost", { count: max })
  return t("plans.sections.policies.anyLength")
}

function feeLines({ hold_policy: { fees } }: Plan, t: Text, format: Format): string[] {
  if (!fees.length) return [t("plans.sections.policies.free")]
  return fees.map(({ amount, currency_code }) =>
    t("plans.sections.policies.perSeat", { amount: format.money(amount, currency_code) })
  )
}

function CancellationRows({ plan, studio }: PoliciesSectionProps) {
  const t = useText()
  const example = useCancellationExample()
  const { commitment_periods: periods, notice_days: days } = plan.cancellation_policy
  const sentence = studio && example(studio.today, { billing: plan.billing, ...plan.cancellation_policy })
  return (
    <>
      {plan.billing.type === "recurring" && (
        <SectionRow
          title={t("plans.sections.policies.commitment")}
          value={
            periods > 0
              ? t("plans.sections.policies.periods", { count: periods })
              : t("plans.sections.policies.noCommitment")
          }
        />
      )}
      <SectionRow
        title={t("plans.sections.policies.cancelNotice")}
        value={
          <Lines
            of={[
              days > 0
                ? t("plans.sections.policies.days", { count: days })
                : t("plans.sections.policies.noNotice"),
              ...(sentence ? [sentence] : []),
            ]}
          />
        }
      />
    </>
  )
}
