import { Button, StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { Link } from "react-router-dom"
import { Section } from "../../parts/section"
import { useStudio } from "../../platform/studio"
import { type Format, useFormat } from "../../text/use-format"
import { type Text as Words, useText } from "../../text/use-text"
import type { ChartVersion, Plan } from "../types"
import { newestFirst } from "./checklist"

const SHOWN = 4

const COLOR: Record<ChartVersion["state"], ComponentProps<typeof StatusBadge>["color"]> = {
  draft: "grey",
  finalized: "blue",
  published: "green",
}

/** The published version first, then the newest ones. */
function inOrder(versions: readonly ChartVersion[]): ChartVersion[] {
  const isPublished = ({ state }: ChartVersion) => state === "published"
  const newest = newestFirst(versions)
  return [...newest.filter(isPublished), ...newest.filter((version) => !isPublished(version))]
}

function stateText(
  { state, published_at, finalized_at }: ChartVersion,
  day: Format["dayOf"],
  t: Words
): string {
  if (state === "published" && published_at) return t("plans.detail.publishedOn", { date: day(published_at) })
  if (state === "finalized" && finalized_at) return t("plans.detail.finalizedOn", { date: day(finalized_at) })
  return t("plans.detail.chartDraft")
}

export function ChartVersionsSection({ plan: { price_charts } }: { plan: Plan }) {
  const t = useText()
  const format = useFormat()
  const { data: studio } = useStudio()
  const versions = inOrder(price_charts)
  const more = versions.length - SHOWN
  const day = (instant: string) => format.dayOf(instant, studio?.time_zone)
  return (
    <Section
      title={t("plans.detail.charts")}
      aside={
        <Button size="small" variant="secondary" asChild>
          <Link to="prices">{t("plans.detail.edit")}</Link>
        </Button>
      }
    >
      {versions.length === 0 && <Line>{t("plans.detail.noChart")}</Line>}
      {versions.slice(0, SHOWN).map((version) => (
        <div
          key={version.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-6 py-3"
        >
          <div className="flex flex-col">
            <Text size="small" leading="compact" weight="plus">
              {t("plans.detail.version", { version: version.version })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {stateText(version, day, t)}
            </Text>
          </div>
          <StatusBadge color={COLOR[version.state]}>{t(`plans.detail.state.${version.state}`)}</StatusBadge>
        </div>
      ))}
      {more > 0 && <Line>{t("plans.detail.moreVersions", { count: more })}</Line>}
    </Section>
  )
}

const Line = ({ children }: { children: string }) => (
  <Text size="small" className="text-ui-fg-subtle px-6 py-4">
    {children}
  </Text>
)
