import { ChevronDownMini, ChevronUpMini } from "@medusajs/icons"
import { clx, IconButton } from "@medusajs/ui"
import type { KeyboardEvent } from "react"
import { useText } from "../../text/use-text"
import { misfitText, type SeatMisfit } from "./refusals"
import type { SeatNames } from "./seat-names"

interface ReorderRowProps {
  seat_id: string
  names: SeatNames
  member_id: string | null
  misfit: SeatMisfit | undefined
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
}

const BY_KEY: Partial<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 }

/** A seat with who would sit there; the person moves, the seat stays. */
export function ReorderRow({ seat_id, names, member_id, misfit, isFirst, isLast, onMove }: ReorderRowProps) {
  const t = useText()
  const name = member_id === null ? null : (names.member(member_id) ?? t("seating.somebody"))
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.altKey ? BY_KEY[event.key] : undefined
    if (by === undefined) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <li
      className={clx("flex items-center gap-x-4 px-6 py-2", misfit && "bg-ui-tag-red-bg")}
      onKeyDown={name === null ? undefined : moveByKey}
    >
      <span
        className="txt-compact-small text-ui-fg-subtle w-1/3 shrink-0 truncate"
        title={names.seat(seat_id)}
      >
        {names.seat(seat_id)}
      </span>
      <div className="flex min-w-0 flex-1 flex-col">
        {name === null ? (
          <span className="txt-compact-small text-ui-fg-subtle">{t("seats.empty")}</span>
        ) : (
          <button
            type="button"
            id={`reorder-${seat_id}`}
            aria-describedby={misfit ? `misfit-${seat_id}` : undefined}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus truncate rounded-sm text-left outline-none"
            title={name}
          >
            {name}
          </button>
        )}
        {misfit && (
          <span id={`misfit-${seat_id}`} className="txt-small text-ui-tag-red-text break-words">
            {misfitText(misfit.reason, t)}
          </span>
        )}
      </div>
      <div className="flex shrink-0 gap-x-1">
        {name !== null && (
          <>
            <IconButton
              type="button"
              size="small"
              variant="transparent"
              disabled={isFirst}
              aria-label={t("seating.reorder.up", { name })}
              onClick={() => onMove(-1)}
            >
              <ChevronUpMini />
            </IconButton>
            <IconButton
              type="button"
              size="small"
              variant="transparent"
              disabled={isLast}
              aria-label={t("seating.reorder.down", { name })}
              onClick={() => onMove(1)}
            >
              <ChevronDownMini />
            </IconButton>
          </>
        )}
      </div>
    </li>
  )
}
