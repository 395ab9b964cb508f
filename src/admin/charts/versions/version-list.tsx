import { clx, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { LeaveGuard } from "../editor/leave-guard"
import type { PriceChart } from "../types"
import { CompareVersions } from "./compare-versions"
import { NewVersion } from "./new-version"
import type { ChartSetting } from "./setting"
import { addressOf } from "./use-version-steps"
import { VersionState } from "./version-state"

interface VersionListProps {
  setting: ChartSetting
  selected: PriceChart | undefined
  guard: LeaveGuard
}

/** All versions of the plan's price chart, newest first. */
export function VersionList({ setting, selected, guard }: VersionListProps) {
  const t = useText()
  const { charts, plan, studio } = setting
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-4">
        <Heading level="h2" id="chart-versions">
          {t("charts.versions.title")}
        </Heading>
        <NewVersion plan_id={plan.id} charts={charts} guard={guard} />
      </div>
      <nav aria-labelledby="chart-versions" className="max-h-72 overflow-y-auto xl:max-h-[60vh]">
        <ul className="divide-y">
          {charts.map((chart) => (
            <li key={chart.id}>
              <VersionLink
                chart={chart}
                charts={charts}
                zone={studio.time_zone}
                isSelected={chart.id === selected?.id}
              />
            </li>
          ))}
        </ul>
      </nav>
      {charts.length > 1 && (
        <div className="px-4 py-3">
          <CompareVersions setting={setting} selected={selected} />
        </div>
      )}
    </Container>
  )
}

interface VersionLinkProps {
  chart: PriceChart
  charts: readonly PriceChart[]
  zone: string
  isSelected: boolean
}

function VersionLink({ chart, charts, zone, isSelected }: VersionLinkProps) {
  const t = useText()
  const lines = useVersionLines(zone)(chart, charts)
  return (
    <Link
      to={addressOf(chart.version)}
      aria-current={isSelected ? "page" : undefined}
      className={clx(
        "hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex flex-col gap-y-1 border-l-2 px-4 py-3 outline-none",
        isSelected ? "bg-ui-bg-base-hover border-ui-border-interactive" : "border-transparent"
      )}
    >
      <span className="flex flex-wrap items-center justify-between gap-1">
        <Text as="span" size="small" leading="compact" weight="plus">
          {t("charts.versions.version", { version: chart.version })}
        </Text>
        <VersionState state={chart.state} />
      </span>
      <span className="flex flex-wrap gap-x-4 gap-y-1 xl:flex-col">
        {lines.map((line) => (
          <Text as="span" key={line} size="xsmall" leading="compact" className="text-ui-fg-subtle">
            {line}
          </Text>
        ))}
      </span>
    </Link>
  )
}

/** What has become of a version, a line each. */
function useVersionLines(zone: string) {
  const t = useText()
  const format = useFormat()
  return (chart: PriceChart, charts: readonly PriceChart[]): string[] => {
    const {
      state,
      created_at,
      finalized_at,
      published_at,
      template_id,
      membership_count: count,
      moving_count,
    } = chart
    const day = (instant: string) => ({ date: format.dayOf(instant, zone) })
    const template = charts.find(({ id }) => id === template_id)
    const publication =
      state === "published" ? "charts.versions.publishedOn" : "charts.versions.publishedBefore"
    return [
      ...(template ? [t("charts.versions.copyOf", { version: template.version })] : []),
      ...(finalized_at
        ? [t("charts.versions.finalizedOn", day(finalized_at))]
        : [t("charts.versions.begun", day(created_at))]),
      ...(published_at ? [t(publication, day(published_at))] : []),
      ...(state === "draft"
        ? []
        : [count ? t("charts.versions.sold", { count }) : t("charts.versions.unsold")]),
      ...(moving_count ? [t("charts.versions.moving", { count: moving_count })] : []),
    ]
  }
}
