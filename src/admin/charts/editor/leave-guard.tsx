import { Button, Prompt } from "@medusajs/ui"
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react"
import { type BlockerFunction, useBlocker } from "react-router-dom"
import { useText } from "../../text/use-text"

/** What an editor that is open has to lose. */
export interface Unsaved {
  isDirty: boolean
  /** @returns whether it was saved; it says itself why not */
  save: () => Promise<boolean>
  discard: () => void
}

export interface LeaveGuard {
  /** Called by the open editor whenever it changes; `null` when it closes. */
  register: (unsaved: Unsaved | null) => void
  /** Before something that leaves the open version: asks where there is something to lose. */
  mayLeave: () => Promise<boolean>
}

const NOTHING: Unsaved = { isDirty: false, save: async () => true, discard: () => undefined }

/**
 * Nothing unsaved is lost in silence: not by a link, not by the browser's buttons, not by another version, and not by
 * closing the tab, where the browser asks itself.
 */
export function useLeaveGuard(version: number | undefined): { guard: LeaveGuard; prompt: ReactNode } {
  const unsaved = useRef(NOTHING)
  const [answer, setAnswer] = useState<((may: boolean) => void) | null>(null)
  const blocker = useBlocker(
    useCallback<BlockerFunction>(
      ({ currentLocation: from, nextLocation: to }) =>
        unsaved.current.isDirty && (from.pathname !== to.pathname || from.search !== to.search),
      []
    )
  )
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => {
      if (unsaved.current.isDirty) event.preventDefault()
    }
    window.addEventListener("beforeunload", onClose)
    return () => window.removeEventListener("beforeunload", onClose)
  }, [])
  const guard = useMemo<LeaveGuard>(
    () => ({
      register: (next) => {
        unsaved.current = next ?? NOTHING
      },
      mayLeave: async () =>
        unsaved.current.isDirty ? new Promise((resolve) => setAnswer(() => resolve)) : true,
    }),
    []
  )
  const decide = (may: boolean) => {
    if (blocker.state === "blocked") {
      if (may) blocker.proceed()
      else blocker.reset()
    }
    answer?.(may)
    setAnswer(null)
  }
  const prompt = (
    <LeavePrompt
      version={version ?? 0}
      isOpen={blocker.state === "blocked" || answer !== null}
      onStay={() => decide(false)}
      onDiscard={() => {
        unsaved.current.discard()
        decide(true)
      }}
      onSave={async () => decide(await unsaved.current.save())}
    />
  )
  return { guard, prompt }
}

interface LeavePromptProps {
  version: number
  isOpen: boolean
  onStay: () => void
  onDiscard: () => void
  onSave: () => Promise<void>
}

function LeavePrompt({ version, isOpen, onStay, onDiscard, onSave }: LeavePromptProps) {
  const t = useText()
  return (
    <Prompt open={isOpen} onOpenChange={(open) => !open && onStay()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("charts.unsaved.title", { version })}</Prompt.Title>
          <Prompt.Description>{t("charts.unsaved.detail")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer className="flex-wrap gap-y-2">
          <Prompt.Cancel type="button" onClick={onStay}>
            {t("charts.unsaved.stay")}
          </Prompt.Cancel>
          <Button type="button" size="small" variant="secondary" onClick={onDiscard}>
            {t("charts.unsaved.discard")}
          </Button>
          <Button type="button" size="small" onClick={onSave}>
            {t("charts.unsaved.save")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
