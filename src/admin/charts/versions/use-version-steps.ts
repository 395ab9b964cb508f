import { toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { useErrorText } from "../../text/use-error-text"
import { type Text, useText } from "../../text/use-text"
import type { LeaveGuard } from "../editor/leave-guard"
import { useChartStep, useCreateChart, useDeleteChart, useForgetCharts } from "../queries/charts"
import type { PriceChart } from "../types"

export const addressOf = (version: number) => ({ search: `?version=${version}` })

/** Begins a version, blank or as a copy, and opens it. What is unsaved is asked about first: a copy would lack it. */
export function useBeginVersion(plan_id: string, guard: LeaveGuard) {
  const t = useText()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const { mutateAsync, isPending } = useCreateChart(plan_id)
  const begin = async (template: PriceChart | null) => {
    if (!(await guard.mayLeave())) return
    try {
      const { version } = await mutateAsync(template?.id ?? null)
      toast.success(t("charts.versions.created", { version }))
      await navigate(addressOf(version))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  return { begin, isPending }
}

/** Makes a finalized version the one that new sales are priced by, the first time or again (CHART-3). */
export function usePublishVersion(charts: readonly PriceChart[]) {
  const t = useText()
  const errorText = useErrorText()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useChartStep("publish")
  const publish = async ({ id, version }: PriceChart) => {
    const former = charts.find(({ state }) => state === "published")
    const isConfirmed = await prompt({
      title: t("charts.steps.publishTitle", { version }),
      description: whatPublishingDoes(version, former, t),
      confirmText: t("charts.steps.publish"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!isConfirmed) return
    try {
      await mutateAsync(id)
      toast.success(t("charts.steps.published", { version }))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  return { publish, isPending }
}

/** What was sold keeps its version for life (CHART-8). */
function whatPublishingDoes(version: number, former: PriceChart | undefined, t: Text): string {
  if (!former) return t("charts.steps.publishFirst", { version })
  const { membership_count: count, version: formerly } = former
  const kept = count
    ? t("charts.steps.keep", { count, former: formerly })
    : t("charts.steps.keepNone", { former: formerly })
  return `${t("charts.steps.publishNow", { version })} ${kept}`
}

/** Throws a draft away and goes to the newest version that is left. */
export function useDiscardVersion(charts: readonly PriceChart[], guard: LeaveGuard) {
  const t = useText()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const prompt = usePrompt()
  const forget = useForgetCharts()
  const { mutateAsync } = useDeleteChart()
  return async ({ id, version }: PriceChart) => {
    const isConfirmed = await prompt({
      title: t("charts.steps.discardTitle", { version }),
      description: t("charts.steps.discardDetail"),
      confirmText: t("charts.steps.discardConfirm"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) return
    try {
      await mutateAsync(id)
      // Its unsaved changes are gone with it.
      guard.register(null)
      const next = charts.find((chart) => chart.id !== id)
      await navigate(next ? addressOf(next.version) : { search: "" }, { replace: true })
      toast.success(t("charts.steps.discarded", { version }))
      await forget()
    } catch (error) {
      toast.error(errorText(error))
    }
  }
}
