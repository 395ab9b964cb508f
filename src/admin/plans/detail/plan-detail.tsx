import { PageState } from "../../parts/page-state"
import { TwoColumns } from "../../parts/two-columns"
import { useText } from "../../text/use-text"
import { usePlan } from "../queries/plans"
import { PlanSections } from "../sections/plan-sections"
import { ChartVersionsSection } from "./chart-versions-section"
import { ChecklistSection } from "./checklist-section"
import { PlanHeader } from "./plan-header"
import { SoldSection } from "./sold-section"

export function PlanDetail({ id }: { id: string }) {
  const t = useText()
  const { data: plan, error, refetch } = usePlan(id)
  if (plan) {
    return (
      <TwoColumns
        main={
          <>
            <PlanHeader plan={plan} />
            <ChecklistSection plan={plan} />
            <PlanSections plan={plan} />
          </>
        }
        side={
          <>
            <ChartVersionsSection plan={plan} />
            <SoldSection plan={plan} />
          </>
        }
      />
    )
  }
  return (
    <PageState
      error={error}
      onRetry={refetch}
      notFound={{
        title: t("plans.detail.notFound"),
        to: "/memberships/plans",
        link: t("plans.detail.toList"),
      }}
    />
  )
}
