import { SectionRow } from "@medusajs/dashboard/components"
import { type Text, useText } from "../../text/use-text"
import type { Interval, Plan } from "../types"
import { Lines } from "./lines"
import { PlanSection } from "./plan-section"

const intervalText = ({ unit, count }: Interval, t: Text) => t(`plans.sections.interval.${unit}`, { count })

export function ValiditySection({ plan }: { plan: Plan }) {
  const t = useText()
  return (
    <PlanSection name="validity">
      <SectionRow
        title={t("plans.sections.validity.length")}
        value={plan.validity ? intervalText(plan.validity, t) : t("plans.sections.validity.unlimited")}
      />
      <SectionRow title={t("plans.sections.validity.starts")} value={<Lines of={startLines(plan, t)} />} />
    </PlanSection>
  )
}

function startLines({ starts, must_start_within }: Plan, t: Text): string[] {
  const start = t(`plans.sections.validity.start.${starts}`)
  if (starts !== "first_visit") return [start]
  const within = must_start_within
    ? t("plans.sections.validity.within", { interval: intervalText(must_start_within, t) })
    : t("plans.sections.validity.noLimit")
  return [start, within]
}
