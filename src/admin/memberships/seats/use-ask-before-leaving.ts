import { usePrompt } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useBlocker } from "react-router-dom"
import { useText } from "../../text/use-text"

/**
 * What is not saved is not lost silently: another page, a reload and Cancel ask first.
 * @returns asks where there is something to lose; true where it may be left
 */
export function useAskBeforeLeaving(isChanged: boolean): () => Promise<boolean> {
  const t = useText()
  const prompt = usePrompt()
  const ask = async () =>
    !isChanged ||
    prompt({
      title: t("seating.reorder.leaveTitle"),
      description: t("seating.reorder.leaveDetail"),
      confirmText: t("seating.reorder.leave"),
      cancelText: t("seating.reorder.stay"),
    })
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isChanged && currentLocation.pathname !== nextLocation.pathname
  )
  const isAsking = useRef(false)
  useEffect(() => {
    if (blocker.state !== "blocked" || isAsking.current) return
    isAsking.current = true
    void ask().then((isLeft) => {
      isAsking.current = false
      if (isLeft) blocker.proceed()
      else blocker.reset()
    })
  })
  useEffect(() => {
    if (!isChanged) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", hold)
    return () => window.removeEventListener("beforeunload", hold)
  }, [isChanged])
  return ask
}
