import { SectionRow } from "@medusajs/dashboard/components"
import { isShared } from "../../../domain/plans/types"
import type { Studio, StudioService } from "../../platform/studio"
import { type Text, useText } from "../../text/use-text"
import type { Plan } from "../types"
import { Lines } from "./lines"
import { namesOf } from "./names"
import { PlanSection } from "./plan-section"

interface EntitlementSectionProps {
  plan: Plan
  studio: Studio | undefined
}

export function EntitlementSection({ plan, studio }: EntitlementSectionProps) {
  const t = useText()
  const { entitlement, services, credit_exchange: exchange } = plan
  const all = studio?.services ?? []
  return (
    <PlanSection name="entitlement">
      <SectionRow title={t("plans.sections.entitlement.visits")} value={visitsText(plan, t)} />
      <SectionRow
        title={t("plans.sections.entitlement.services")}
        value={
          <Lines of={services ? namesOf(services, all) : [t("plans.sections.entitlement.allServices")]} />
        }
      />
      {entitlement.type === "credits" && (
        <>
          <SectionRow
            title={t("plans.sections.entitlement.balance")}
            value={<Lines of={balanceLines(plan, t)} />}
          />
          {entitlement.scope === "separate" && (
            <SectionRow
              title={t("plans.sections.entitlement.exchange")}
              value={
                <Lines
                  of={
                    exchange?.length
                      ? exchangeLines(exchange, all, t)
                      : [t("plans.sections.entitlement.noExchange")]
                  }
                />
              }
            />
          )}
          {entitlement.per === "period" && (
            <SectionRow
              title={t("plans.sections.entitlement.rollover")}
              value={<Lines of={rolloverLines(plan, t)} />}
            />
          )}
        </>
      )}
      <SectionRow title={t("plans.sections.entitlement.guests")} value={guestText(plan, t)} />
    </PlanSection>
  )
}

function visitsText({ entitlement }: Plan, t: Text): string {
  if (entitlement.type === "unlimited") return t("sale.unlimited")
  const { credits: count, per } = entitlement
  return t(per === "period" ? "sale.creditsEach" : "sale.creditsOnce", { count })
}

function balanceLines({ entitlement, audience }: Plan, t: Text): string[] {
  if (entitlement.type === "unlimited") return []
  const { scope, belongs_to = "membership", transferable = false } = entitlement
  return [
    t(`plans.sections.entitlement.scope.${scope}`),
    // One person has one seat: it makes no difference whose they are.
    ...(isShared(audience) ? [t(`plans.sections.entitlement.belongs.${belongs_to}`)] : []),
    t(
      transferable ? "plans.sections.entitlement.transferable" : "plans.sections.entitlement.notTransferable"
    ),
  ]
}

const exchangeLines = (
  exchange: NonNullable<Plan["credit_exchange"]>,
  services: readonly StudioService[],
  t: Text
): string[] =>
  exchange.map(({ from_credits, from_service_id, to_credits, to_service_id }) => {
    const [fromService = "", toService = ""] = namesOf([from_service_id, to_service_id], services)
    return t("plans.sections.entitlement.ratio", {
      from: from_credits,
      fromService,
      to: to_credits,
      toService,
    })
  })

function rolloverLines({ rollover }: Plan, t: Text): string[] {
  const { mode, max, expires_after_periods } = rollover
  return [
    mode === "up_to"
      ? t("plans.sections.entitlement.upTo", { count: max ?? 0 })
      : t(`plans.sections.entitlement.roll.${mode}`),
    ...(expires_after_periods === null
      ? []
      : [t("plans.sections.entitlement.rolledExpire", { count: expires_after_periods })]),
  ]
}

function guestText({ guest_passes: count, billing }: Plan, t: Text): string {
  if (count === 0) return t("plans.sections.none")
  const each = billing.type === "recurring"
  return t(each ? "plans.sections.entitlement.guestsEach" : "plans.sections.entitlement.guestsOnce", {
    count,
  })
}
