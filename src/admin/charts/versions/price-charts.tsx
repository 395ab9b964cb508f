import "../words"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link, Navigate, useSearchParams } from "react-router-dom"
import { PageState } from "../../parts/page-state"
import { Notice } from "../../parts/load-error"
import { usePlan } from "../../plans/queries/plans"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { DraftEditor } from "../editor/draft-editor"
import { type LeaveGuard, useLeaveGuard } from "../editor/leave-guard"
import { usePriceCharts } from "../queries/charts"
import type { PriceChart } from "../types"
import { FrozenVersion } from "./frozen-version"
import { type ChartSetting, chartSetting } from "./setting"
import { TryIt } from "./try-it"
import { addressOf, useBeginVersion } from "./use-version-steps"
import { VersionList } from "./version-list"

/** The price chart of a plan: its versions, and the one that the address names. */
export function PriceCharts({ plan_id }: { plan_id: string }) {
  const t = useText()
  const plan = usePlan(plan_id)
  const charts = usePriceCharts(plan_id)
  const studio = useStudio()
  const setting = useMemo(
    () => plan.data && charts.data && studio.data && chartSetting(plan.data, studio.data, charts.data),
    [plan.data, charts.data, studio.data]
  )
  if (setting) return <Versions setting={setting} />
  const failed = [plan, charts, studio].filter(({ error }) => error)
  return (
    <PageState
      error={failed[0]?.error ?? null}
      onRetry={async () => Promise.all(failed.map(async ({ refetch }) => refetch()))}
      notFound={{
        title: t("charts.page.notFoundTitle"),
        to: "/memberships/plans",
        link: t("charts.page.toPlans"),
      }}
    />
  )
}

function Versions({ setting }: { setting: ChartSetting }) {
  const { charts } = setting
  const asked = useSearchParams()[0].get("version")
  const selected = charts.find(({ version }) => String(version) === asked)
  const { guard, prompt } = useLeaveGuard(selected?.version)
  const newest = charts[0]
  if (asked === null && newest) return <Navigate to={addressOf(newest.version)} replace />
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead setting={setting} />
      {newest ? (
        <div className="flex flex-col items-stretch gap-3 xl:grid xl:grid-cols-[200px_minmax(0,1fr)] xl:items-start">
          <VersionList setting={setting} selected={selected} guard={guard} />
          <div className="flex min-w-0 flex-col gap-3">
            {selected ? (
              <OpenVersion key={selected.id} version={selected} setting={setting} guard={guard} />
            ) : (
              <NoVersion asked={asked ?? ""} newest={newest} />
            )}
          </div>
        </div>
      ) : (
        <FirstVersion plan_id={setting.plan.id} guard={guard} />
      )}
      {prompt}
    </div>
  )
}

interface OpenVersionProps {
  version: PriceChart
  setting: ChartSetting
  guard: LeaveGuard
}

function OpenVersion({ version, setting, guard }: OpenVersionProps) {
  if (version.state === "draft") {
    return (
      <DraftEditor
        version={version}
        setting={setting}
        guard={guard}
        aside={(rows) => <TryIt setting={setting} rows={rows} />}
      />
    )
  }
  return (
    <>
      <FrozenVersion version={version} setting={setting} guard={guard} />
      <TryIt setting={setting} rows={version.rows} />
    </>
  )
}

function PageHead({ setting: { plan, grid } }: { setting: ChartSetting }) {
  const t = useText()
  return (
    <Container className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-6 py-4">
      <div className="flex min-w-0 flex-1 flex-col gap-y-1">
        <Heading className="break-words">{t("charts.page.of", { plan: plan.name })}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t(grid.isShared ? "charts.page.shared" : "charts.page.individual")}
        </Text>
      </div>
      <Button size="small" variant="secondary" asChild>
        <Link to={`/memberships/plans/${plan.id}`}>{t("charts.page.toPlan")}</Link>
      </Button>
    </Container>
  )
}

function FirstVersion({ plan_id, guard }: { plan_id: string; guard: LeaveGuard }) {
  const t = useText()
  const { begin, isPending } = useBeginVersion(plan_id, guard)
  return (
    <Container className="flex flex-col items-center gap-y-4 px-6 py-16 text-center">
      <div className="flex max-w-[460px] flex-col gap-y-1">
        <Heading level="h2">{t("charts.page.emptyTitle")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("charts.page.emptyDetail")}
        </Text>
      </div>
      <Button size="small" isLoading={isPending} onClick={async () => begin(null)}>
        {t("charts.page.begin")}
      </Button>
    </Container>
  )
}

function NoVersion({ asked, newest }: { asked: string; newest: PriceChart }) {
  const t = useText()
  return (
    <Container className="p-0">
      <Notice
        title={t("charts.page.noVersionTitle", { version: asked })}
        detail={t("charts.page.noVersionDetail")}
      >
        <Button size="small" variant="secondary" asChild>
          <Link to={addressOf(newest.version)}>{t("charts.page.toNewest")}</Link>
        </Button>
      </Notice>
    </Container>
  )
}
