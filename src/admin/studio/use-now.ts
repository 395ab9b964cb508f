import { useEffect, useState } from "react"
import type { StudioAnswer } from "../platform/studio"

/** Minutes are shown, so that a few seconds are late enough. */
const TICK_MS = 5000

/** The studio's time while it goes on: as the server told it, and as much later as the answer is old (TIME-5). */
export function useStudioNow({ now, frozen, answered_ms }: StudioAnswer): string {
  const [age_ms, setAge] = useState(0)
  useEffect(() => {
    const grow = () => setAge(performance.now() - answered_ms)
    grow()
    if (frozen) return undefined
    const timer = setInterval(grow, TICK_MS)
    return () => clearInterval(timer)
  }, [frozen, answered_ms])
  return frozen ? now : new Date(Date.parse(now) + age_ms).toISOString()
}
