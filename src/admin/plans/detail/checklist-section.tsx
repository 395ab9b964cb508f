import { CheckCircleSolid } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import type { Plan } from "../types"
import { ChecklistItem } from "./checklist-item"
import { checklistOf } from "./checklist"

/** Whether it can be sold now, and each thing that is missing with the way to it (PLAN-14, CHART-1). */
export function ChecklistSection({ plan }: { plan: Plan }) {
  const t = useText()
  const items = checklistOf(plan)
  if (items.length === 0) return <OnSale isVisible={plan.portal.visible} />
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">
          {plan.status === "archived" ? t("plans.detail.offSale") : t("plans.detail.checklist")}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {t("plans.detail.left", { count: items.length })}
        </Text>
      </div>
      <ul className="divide-y">
        {items.map((item) => (
          <ChecklistItem key={`${item.code}-${item.currency_code ?? ""}`} plan={plan} item={item} />
        ))}
      </ul>
    </Container>
  )
}

function OnSale({ isVisible }: { isVisible: boolean }) {
  const t = useText()
  return (
    <Container className="flex items-start gap-x-3 px-6 py-4">
      <CheckCircleSolid aria-hidden className="text-ui-tag-green-icon mt-1 shrink-0" />
      <div className="flex flex-col gap-y-1">
        <Heading level="h2">{t("plans.detail.ready")}</Heading>
        <Text size="small" className="text-ui-fg-subtle" role="status">
          {isVisible ? t("plans.detail.readyDetail") : t("plans.detail.readyHidden")}
        </Text>
      </div>
    </Container>
  )
}
