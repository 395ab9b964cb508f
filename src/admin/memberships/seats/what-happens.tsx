import { InlineTip, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useText } from "../../text/use-text"
import type { SeatPreview } from "../queries/seats"
import { isPolicy, lacksReason } from "./refusals"

interface WhatHappensProps {
  preview: SeatPreview
  /** The form is filled in. */
  isAsked: boolean
  /** The sentences of what it does, or of why not. */
  lines: string[]
}

/** What the verb would do, as the server tells it without doing it; or why it says no. */
export function WhatHappens({ preview, isAsked, lines }: WhatHappensProps) {
  const t = useText()
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-y-2">
      <Text as="span" id={id} size="small" leading="compact" weight="plus">
        {t("seating.preview.title")}
      </Text>
      <div role="status" className="flex flex-col gap-y-2">
        {preview.refusal ? (
          <Refusal error={preview.refusal} lines={lines} />
        ) : (
          <Panel>
            {isAsked && preview.isLoading ? <Waiting /> : <Effects isAsked={isAsked} lines={lines} />}
          </Panel>
        )}
      </div>
    </section>
  )
}

const Panel = ({ children }: { children: ReactNode }) => (
  <div className="bg-ui-bg-component shadow-elevation-card-rest flex min-h-12 flex-col justify-center rounded-lg px-3 py-2.5">
    {children}
  </div>
)

function Waiting() {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-2" role="img" aria-label={t("seating.preview.loading")}>
      <div className="bg-ui-bg-component-hover h-4 w-3/4 animate-pulse rounded" />
    </div>
  )
}

function Effects({ isAsked, lines }: { isAsked: boolean; lines: string[] }) {
  const t = useText()
  if (lines.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t(isAsked ? "seating.preview.nothing" : "seating.preview.incomplete")}
      </Text>
    )
  }
  return (
    <ul className="flex list-none flex-col gap-y-1.5">
      {lines.map((line) => (
        <li key={line}>
          <Text size="small" className="break-words text-pretty">
            {line}
          </Text>
        </li>
      ))}
    </ul>
  )
}

function Refusal({ error, lines }: { error: Error; lines: string[] }) {
  const t = useText()
  const isPassable = isPolicy(error)
  if (lacksReason(error)) return <InlineTip label={t("seating.preview.reason")}>{lines.join(" ")}</InlineTip>
  return (
    <InlineTip variant={isPassable ? "warning" : "error"} label={t(isPassable ? "seating.preview.violated" : "seating.preview.refused")}>
      {lines.map((line) => (
        <span key={line} className="block break-words">
          {line}
        </span>
      ))}
      {isPassable && <span className="block">{t("seating.preview.goPast")}</span>}
    </InlineTip>
  )
}
