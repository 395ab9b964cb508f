import { Text } from "@medusajs/ui"
import { type Control, useWatch } from "react-hook-form"
import type { StudioAnswer } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useStudioNow } from "../use-now"
import type { LocationValues } from "./location-values"

interface ZoneTimeProps {
  control: Control<LocationValues>
  studio: StudioAnswer
}

/** Whether it is the right zone shows best in what time it is there. */
export function ZoneTime({ control, studio }: ZoneTimeProps) {
  const t = useText()
  const format = useFormat()
  const now = useStudioNow(studio)
  const zone = useWatch({ control, name: "time_zone" })
  return (
    <Text size="small" className="text-ui-fg-subtle text-pretty">
      {zone && (
        <span className="text-ui-fg-base font-medium" aria-live="polite">
          {t("studio.location.there", { time: format.timeOf(now, zone) })}
        </span>
      )}{" "}
      {t("studio.location.zoneHint")}
    </Text>
  )
}
