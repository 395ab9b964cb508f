import { SectionRow } from "@medusajs/dashboard/components"
import { Button, toast, usePrompt } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { advance } from "../../../domain/time/durations"
import type { StudioAnswer } from "../../platform/studio"
import { useErrorText } from "../../text/use-error-text"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { type ClockChange, nextRenewal, useAdjustClock } from "../queries/clock"
import { useStudioNow } from "../use-now"
import { useClockToast } from "./use-clock-toast"

const STEPS = ["P1D", "P1W", "P1M"] as const

interface Question {
  title: string
  description: string
  confirmText: string
}

/** Asks, moves the clock, and says what time it is then. */
function useAskAndAdjust() {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  const clockToast = useClockToast()
  const { mutateAsync, isPending } = useAdjustClock()
  const refused = (error: unknown) => {
    toast.error(t("studio.clock.failed"), { description: errorText(error) })
  }
  const adjust = async (change: ClockChange, question: Question) => {
    const isWanted = await prompt({ ...question, cancelText: t("actions.cancel"), variant: "confirmation" })
    if (!isWanted) return
    await mutateAsync(change).then(clockToast, refused)
  }
  return { adjust, refused, isPending }
}

export function ClockControls({ studio }: { studio: StudioAnswer }) {
  const { frozen, time_zone } = studio
  const now = useStudioNow(studio)
  const t = useText()
  const format = useFormat()
  const { adjust, refused, isPending } = useAskAndAdjust()
  const moment = (instant: string) => format.moment(instant, time_zone)
  const forward = (duration: string) =>
    void adjust(
      { advance: duration },
      {
        title: t("studio.clock.advanceTitle"),
        description: t("studio.clock.advanceDetail", {
          from: moment(now),
          to: moment(advance(now, duration, time_zone)),
        }),
        confirmText: t("studio.clock.advanceConfirm"),
      }
    )
  const toNextRenewal = async () => {
    const next = await nextRenewal().catch(refused)
    if (next === null) toast.info(t("studio.clock.noRenewal"))
    else if (next !== undefined)
      await adjust(
        { now: next },
        {
          title: t("studio.clock.advanceTitle"),
          description: t("studio.clock.advanceDetail", { from: moment(now), to: moment(next) }),
          confirmText: t("studio.clock.advanceConfirm"),
        }
      )
  }
  const freeze = () =>
    void adjust(
      { now },
      {
        title: t("studio.clock.freezeTitle"),
        description: t("studio.clock.freezeDetail", { time: moment(now) }),
        confirmText: t("studio.clock.freeze"),
      }
    )
  const release = () =>
    void adjust(
      { release: true },
      {
        title: t("studio.clock.releaseTitle"),
        description: t("studio.clock.releaseDetail"),
        confirmText: t("studio.clock.release"),
      }
    )
  return (
    <SectionRow
      title={t("studio.clock.move")}
      value={
        <div className="flex flex-wrap gap-2">
          {STEPS.map((duration) => (
            <Button
              key={duration}
              size="small"
              variant="secondary"
              disabled={isPending}
              onClick={() => forward(duration)}
            >
              {t(`studio.clock.advance.${duration}`)}
            </Button>
          ))}
          <Button size="small" variant="secondary" disabled={isPending} onClick={() => void toNextRenewal()}>
            {t("studio.clock.nextRenewal")}
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to="clock">{t("studio.clock.other")}</Link>
          </Button>
          <Button size="small" variant="secondary" isLoading={isPending} onClick={frozen ? release : freeze}>
            {t(frozen ? "studio.clock.release" : "studio.clock.freeze")}
          </Button>
        </div>
      }
    />
  )
}
