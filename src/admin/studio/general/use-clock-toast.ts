import { toast } from "@medusajs/ui"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { StudioClock, StudioRun } from "../types"

export function useClockText() {
  const t = useText()
  const format = useFormat()
  return ({ studio_clock: { now, frozen, time_zone } }: { studio_clock: StudioClock }): string =>
    t(frozen ? "studio.clock.moved" : "studio.clock.released", { time: format.moment(now, time_zone) })
}

/** What time it is now; or where the studio stopped, because something failed. */
export function useClockToast() {
  const t = useText()
  const clockText = useClockText()
  return (moved: { studio_clock: StudioClock; run: StudioRun | null }) => {
    const failure = moved.run?.failure
    if (!failure) return toast.success(clockText(moved))
    const work = t(`studio.clock.work.${failure.work}`)
    return toast.error(t("studio.clock.stopped", { work }), { description: failure.message })
  }
}
