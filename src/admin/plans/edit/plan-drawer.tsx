import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import { DrawerHead } from "../../parts/heads"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { type Studio, useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { usePlan } from "../queries/plans"
import type { Plan } from "../types"

interface PlanDrawerProps {
  id: string
  title: string
  children: (plan: Plan, studio: Studio) => ReactNode
}

/** A drawer about a plan, over its page: it shares what the page has loaded. */
export function PlanDrawer({ id, title, children }: PlanDrawerProps) {
  const { data: plan, error: planError, refetch: refetchPlan } = usePlan(id)
  const { data: studio, error: studioError, refetch: refetchStudio } = useStudio()
  const error = planError ?? studioError
  if (plan && studio) return <RouteDrawer>{children(plan, studio)}</RouteDrawer>
  return (
    <RouteDrawer>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{title}</Heading>
        </RouteDrawer.Title>
      </DrawerHead>
      {error ? (
        <LoadError error={error} onRetry={async () => Promise.all([refetchPlan(), refetchStudio()])} />
      ) : (
        <Loading />
      )}
    </RouteDrawer>
  )
}

function Loading() {
  const t = useText()
  return (
    <div role="status" aria-label={t("states.loading")}>
      <LoadingRows rows={6} />
    </div>
  )
}
