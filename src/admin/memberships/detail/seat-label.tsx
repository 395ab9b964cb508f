import { Badge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { type SeatState, seatStates } from "../seats/seat-state"
import type { Seat } from "../types"

interface SeatLabelProps {
  seat: Seat
  /** "Child 2", or the label of all where they are put together. */
  name: string
  /** How many seats are put together here. */
  count?: number
  /** Null where anyone may sit there. */
  forWhom: string | null
  /** null: nothing is said of its holds and its end. */
  today?: string | null
}

export function SeatLabel({ seat, name, count, forWhom, today = null }: SeatLabelProps) {
  const t = useText()
  return (
    <span className="flex min-w-0 flex-col items-start gap-y-1 text-left">
      <span className="text-ui-fg-base flex w-full min-w-0 gap-x-1.5">
        <span className="truncate" title={name}>
          {name}
        </span>
        {count !== undefined && <span className="shrink-0">× {count}</span>}
      </span>
      {(seat.required || forWhom) && (
        <span className="txt-compact-xsmall text-ui-fg-subtle flex w-full min-w-0 items-center gap-x-1.5">
          {seat.required && (
            <Badge size="2xsmall" className="shrink-0">
              {t("seats.required")}
            </Badge>
          )}
          <span className="truncate" title={forWhom ?? undefined}>
            {forWhom}
          </span>
        </span>
      )}
      {today !== null && <States states={seatStates(seat, today)} />}
    </span>
  )
}

const COLOR: Record<SeatState["state"], ComponentProps<typeof Badge>["color"]> = {
  on_hold: "purple",
  holiday: "purple",
  hold_ahead: "blue",
  ends: "orange",
  ended: "grey",
  pending: "orange",
}

function States({ states }: { states: SeatState[] }) {
  const textOf = useStateText()
  if (states.length === 0) return null
  return (
    <span className="flex min-w-0 flex-wrap gap-1">
      {states.map((state) => (
        <Badge
          key={state.state}
          size="2xsmall"
          color={COLOR[state.state]}
          className="h-auto whitespace-normal py-0.5 text-left"
        >
          {textOf(state)}
        </Badge>
      ))}
    </span>
  )
}

function useStateText() {
  const t = useText()
  const format = useFormat()
  return (of: SeatState): string => {
    switch (of.state) {
      case "on_hold":
      case "holiday":
        if (of.resumes_on === null) return t(`seating.state.${of.state}_open`)
        return t(`seating.state.${of.state}`, { date: format.lastDay(of.resumes_on) })
      case "pending":
        return t("seating.state.pending")
      case "hold_ahead":
        return t("seating.state.hold_ahead", { date: format.day(of.starts_on) })
      default:
        return t(`seating.state.${of.state}`, { date: format.lastDay(of.canceled_on) })
    }
  }
}
