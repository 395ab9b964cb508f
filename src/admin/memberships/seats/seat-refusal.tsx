import { InlineTip } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import { isPolicy, lacksReason } from "./refusals"

interface SeatRefusalProps {
  error: Error
  /** The sentences of why not. */
  lines: string[]
}

/** Why a verb is refused, and whether a reason goes past it. */
export function SeatRefusal({ error, lines }: SeatRefusalProps) {
  const t = useText()
  const isPassable = isPolicy(error)
  if (lacksReason(error)) return <InlineTip label={t("seating.preview.reason")}>{lines.join(" ")}</InlineTip>
  return (
    <InlineTip
      variant={isPassable ? "warning" : "error"}
      label={t(isPassable ? "seating.preview.violated" : "foreseen.refused")}
    >
      {lines.map((line) => (
        <span key={line} className="block break-words">
          {line}
        </span>
      ))}
      {isPassable && <span className="block">{t("seating.preview.goPast")}</span>}
    </InlineTip>
  )
}
