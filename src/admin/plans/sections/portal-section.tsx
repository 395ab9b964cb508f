import { SectionRow } from "@medusajs/dashboard/components"
import { useText } from "../../text/use-text"
import type { Plan } from "../types"
import { PlanSection } from "./plan-section"

export function PortalSection({ plan: { portal } }: { plan: Plan }) {
  const t = useText()
  return (
    <PlanSection name="portal">
      <SectionRow
        title={t("plans.sections.portal.visible")}
        value={t(portal.visible ? "plans.sections.portal.visibleYes" : "plans.sections.portal.visibleNo")}
      />
      {portal.visible &&
        (["featured", "preselected"] as const).map((name) => (
          <SectionRow
            key={name}
            title={t(`plans.sections.portal.${name}`)}
            value={t(portal[name] ? `plans.sections.portal.${name}Yes` : "plans.sections.portal.no")}
          />
        ))}
      <SectionRow title={t("plans.sections.portal.order")} value={String(portal.sort_order)} />
    </PlanSection>
  )
}
