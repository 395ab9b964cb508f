import { PencilSquare } from "@medusajs/icons"
import type { ReactNode } from "react"
import { ActionMenu } from "../../parts/action-menu"
import { Section } from "../../parts/section"
import { useText } from "../../text/use-text"
import type { PlanSection as Name } from "../edit/plan-problems"

interface PlanSectionProps {
  /** Also the name of its drawer: `edit-<name>`. */
  name: Name
  children: ReactNode
}

export function PlanSection({ name, children }: PlanSectionProps) {
  const t = useText()
  const title = t(`plans.sections.${name}.title`)
  const edit = { icon: <PencilSquare />, label: t("actions.edit"), to: `edit-${name}` }
  return (
    <Section
      title={title}
      aside={
        <ActionMenu label={t("plans.sections.menu", { section: title })} groups={[{ actions: [edit] }]} />
      }
    >
      {children}
    </Section>
  )
}
