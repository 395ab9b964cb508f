import "./words"
import { Button, InlineTip, Text } from "@medusajs/ui"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { StudioBillingSettings } from "../queries/billing-settings"

interface PausedNoticeProps {
  pause: NonNullable<StudioBillingSettings["pause"]>
  zone: string
  onContinue: () => void
}

/** Since when, by whom and why nobody is charged, with the way on. */
export function PausedNotice({ pause, zone, onContinue }: PausedNoticeProps) {
  const t = useText()
  const format = useFormat()
  const { paused_at, paused_by_name: name, pause_reason: reason } = pause
  const time = format.moment(paused_at, zone)
  return (
    <div className="px-6 py-4">
      <InlineTip variant="warning" label={t("renewals.pause.banner")}>
        <Text as="span" size="small" className="block break-words">
          {name ? t("renewals.pause.sinceBy", { time, name }) : t("renewals.pause.since", { time })}
        </Text>
        {reason && (
          <Text as="span" size="small" className="block break-words">
            {t("renewals.pause.because", { reason })}
          </Text>
        )}
        <Button size="small" variant="secondary" className="mt-2" onClick={onContinue}>
          {t("renewals.continue.action")}
        </Button>
      </InlineTip>
    </div>
  )
}
