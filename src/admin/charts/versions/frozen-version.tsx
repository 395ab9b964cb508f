import { LockClosedSolidMini } from "@medusajs/icons"
import { Button, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../text/use-text"
import type { LeaveGuard } from "../editor/leave-guard"
import type { PriceChart } from "../types"
import { FrozenRows } from "./frozen-rows"
import type { ChartSetting } from "./setting"
import { useBeginVersion, usePublishVersion } from "./use-version-steps"
import { VersionHead } from "./version-head"

interface FrozenVersionProps {
  version: PriceChart
  setting: ChartSetting
  guard: LeaveGuard
}

/** A finalized or published version, which never changes again (CHART-3): why, and what can be done instead. */
export function FrozenVersion({ version, setting, guard }: FrozenVersionProps) {
  const t = useText()
  const copying = useBeginVersion(setting.plan.id, guard)
  const publishing = usePublishVersion(setting.charts)
  const isPublished = version.state === "published"
  return (
    <Container className="divide-y overflow-hidden p-0">
      <VersionHead version={version}>
        <Button size="small" variant="secondary" asChild>
          <Link to={`moves?version=${version.version}`}>{t("charts.steps.move")}</Link>
        </Button>
        <Button
          size="small"
          variant="secondary"
          isLoading={copying.isPending}
          onClick={async () => copying.begin(version)}
        >
          {t("charts.steps.copy")}
        </Button>
        {!isPublished && (
          <Button
            size="small"
            isLoading={publishing.isPending}
            onClick={async () => publishing.publish(version)}
          >
            {t(version.published_at ? "charts.steps.publishAgain" : "charts.steps.publish")}
          </Button>
        )}
      </VersionHead>
      <div className="bg-ui-bg-subtle flex items-start gap-x-2 px-6 py-3">
        <LockClosedSolidMini className="text-ui-fg-muted mt-0.5 shrink-0" />
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t(isPublished ? "charts.steps.frozenPublished" : "charts.steps.frozenFinalized")}
        </Text>
      </div>
      <FrozenRows version={version} setting={setting.grid} />
    </Container>
  )
}
