import { toast } from "@medusajs/ui"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { StudioClock } from "../types"

export function useClockText() {
  const t = useText()
  const format = useFormat()
  return ({ now, frozen, time_zone }: StudioClock): string =>
    t(frozen ? "studio.clock.moved" : "studio.clock.released", { time: format.moment(now, time_zone) })
}

export function useClockToast() {
  const clockText = useClockText()
  return (clock: StudioClock) => toast.success(clockText(clock))
}
