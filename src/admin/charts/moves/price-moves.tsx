import "../words"
import "./words"
import { Button, Container, Heading, Tabs, Text } from "@medusajs/ui"
import { Link, Navigate, useSearchParams } from "react-router-dom"
import { Notice } from "../../parts/load-error"
import { PageState } from "../../parts/page-state"
import { usePlan } from "../../plans/queries/plans"
import type { Plan } from "../../plans/types"
import { useText } from "../../text/use-text"
import { usePriceCharts } from "../queries/charts"
import type { PriceChart } from "../types"
import { MovePreview } from "./move-preview"
import { PlannedMoves } from "./planned-moves"

/** Sold memberships that are to be priced by the version that the address names (CHART-10). */
export function PriceMoves({ plan_id }: { plan_id: string }) {
  const t = useText()
  const charts = usePriceCharts(plan_id)
  const plan = usePlan(plan_id)
  const asked = useSearchParams()[0].get("version")
  if (!charts.data || !plan.data) {
    const failed = [plan, charts].filter(({ error }) => error)
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
  const version = charts.data.find((chart) => String(chart.version) === asked)
  if (!version) return <Navigate to={`/memberships/plans/${plan_id}/prices`} replace />
  return <MovesTo key={version.id} setting={{ plan_id, plan: plan.data, version, charts: charts.data }} />
}

/** What both parts of the page know. */
export interface MovesSetting {
  plan_id: string
  plan: Pick<Plan, "name">
  version: PriceChart
  /** All versions of the plan, newest first. */
  charts: PriceChart[]
}

const PARTS = ["preview", "planned"] as const
type Part = (typeof PARTS)[number]

function MovesTo({ setting }: { setting: MovesSetting }) {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const { version } = setting
  const part: Part = params.get("show") === "planned" ? "planned" : "preview"
  const show = (next: string) =>
    setParams(
      { version: String(version.version), ...(next === "planned" ? { show: next } : {}) },
      { replace: true }
    )
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead setting={setting} />
      {version.state === "draft" ? (
        <Container className="p-0">
          <Notice title={t("charts.versions.state.draft")} detail={t("moves.draft")} />
        </Container>
      ) : (
        <Tabs value={part} onValueChange={show} className="flex flex-col gap-y-3">
          <Tabs.List aria-label={t("moves.tabs.label")}>
            {PARTS.map((each) => (
              <Tabs.Trigger key={each} value={each}>
                {t(`moves.tabs.${each}`)}
                {each === "planned" && version.moving_count > 0 && ` (${version.moving_count})`}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value="preview">
            <MovePreview setting={setting} onMoved={() => show("planned")} />
          </Tabs.Content>
          <Tabs.Content value="planned">
            <PlannedMoves setting={setting} />
          </Tabs.Content>
        </Tabs>
      )}
    </div>
  )
}

function PageHead({ setting: { plan_id, plan, version: chart } }: { setting: MovesSetting }) {
  const t = useText()
  const { version } = chart
  return (
    <Container className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-6 py-4">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-y-1">
        <Heading>{t("moves.title", { version })}</Heading>
        <Text size="small" className="text-ui-fg-subtle break-words text-pretty">
          {t("moves.subtitle", { plan: plan.name, version })}
        </Text>
      </div>
      <Button size="small" variant="secondary" asChild>
        <Link to={`/memberships/plans/${plan_id}/prices?version=${version}`}>{t("moves.back")}</Link>
      </Button>
    </Container>
  )
}
