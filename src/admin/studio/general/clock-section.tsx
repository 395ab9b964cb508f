import { SectionRow } from "@medusajs/dashboard/components"
import { InlineTip, StatusBadge, Text } from "@medusajs/ui"
import { Section } from "../../parts/section"
import type { StudioAnswer } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useStudioNow } from "../use-now"
import { ClockControls } from "./clock-controls"
import { ClockRun } from "./clock-run"

/** The studio's clock; where it may be moved, with what moves it (TIME-5). */
export function ClockSection({ studio }: { studio: StudioAnswer }) {
  const t = useText()
  if (studio.clock === "system") {
    return (
      <Section title={t("studio.clock.title")}>
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("studio.clock.system")}
        </Text>
      </Section>
    )
  }
  return (
    <Section
      title={t("studio.clock.title")}
      aside={
        <StatusBadge color={studio.frozen ? "orange" : "green"}>
          {t(studio.frozen ? "studio.clock.frozen" : "studio.clock.running")}
        </StatusBadge>
      }
    >
      <div className="px-6 py-4">
        <InlineTip variant="warning" label={t("studio.clock.warning")}>
          {t("studio.clock.warningDetail")}
        </InlineTip>
      </div>
      <SectionRow title={t("studio.clock.time")} value={<StudioTime studio={studio} />} />
      <ClockControls studio={studio} />
      <ClockRun time_zone={studio.time_zone} />
    </Section>
  )
}

function StudioTime({ studio }: { studio: StudioAnswer }) {
  const t = useText()
  const format = useFormat()
  const now = useStudioNow(studio)
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="small" leading="compact" weight="plus" className="tabular-nums">
        {format.moment(now, studio.time_zone)}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
        {t(studio.frozen ? "studio.clock.frozenHint" : "studio.clock.runningHint")}
      </Text>
    </div>
  )
}
