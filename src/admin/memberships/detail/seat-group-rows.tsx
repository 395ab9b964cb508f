import { ChevronDownMini, ChevronRightMini } from "@medusajs/icons"
import { Table } from "@medusajs/ui"
import { useState } from "react"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Seat } from "../types"
import { holderOf, type SeatGroup } from "./seat-groups"
import { SeatLabel } from "./seat-label"
import { PagedSeatRows, SeatRows } from "./seat-rows"
import type { SeatsView } from "./seats-view"
import { seatStates } from "../seats/seat-state"

/** So many alike are still shown one by one. */
const TOGETHER_ABOVE = 6

interface SeatGroupRowsProps {
  group: SeatGroup
  view: SeatsView
}

/** A few seats as they are; more of one price as one line that opens. */
export function SeatGroupRows({ group, view }: SeatGroupRowsProps) {
  const [isOpen, setOpen] = useState(false)
  if (group.seats.length <= TOGETHER_ABOVE) return <SeatRows seats={group.seats} view={view} />
  return (
    <>
      <GroupRow group={group} view={view} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      {isOpen && <PagedSeatRows seats={group.seats} view={view} isInset />}
    </>
  )
}

interface GroupRowProps extends SeatGroupRowsProps {
  isOpen: boolean
  onToggle: () => void
}

function GroupRow({ group: { seats }, view, isOpen, onToggle }: GroupRowProps) {
  const t = useText()
  const format = useFormat()
  const first = seats[0]!
  const text = t("seats.times", { label: first.label, count: seats.length })
  const held = seats.filter((seat) => holderOf(seat) !== null).length
  const statesText = useStatesText(seats, view)
  const Chevron = isOpen ? ChevronDownMini : ChevronRightMini
  return (
    <Table.Row className="bg-ui-bg-subtle last-of-type:border-b-0">
      <Table.Cell className="py-2">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? "seats.hide" : "seats.show", { label: text })}
          onClick={onToggle}
          className="focus-visible:shadow-borders-focus flex max-w-full items-center gap-x-2 rounded-sm outline-none"
        >
          <Chevron className="text-ui-fg-subtle shrink-0" />
          <SeatLabel
            seat={first}
            name={first.label}
            count={seats.length}
            forWhom={first.classification_name}
          />
        </button>
      </Table.Cell>
      <Table.Cell className="break-words">{t("seats.held", { held, count: seats.length })}</Table.Cell>
      <Table.Cell className="break-words">{statesText}</Table.Cell>
      <Table.Cell className="break-words text-right tabular-nums">
        {t("seats.each", { amount: format.money(first.amount, view.membership.currency_code) })}
      </Table.Cell>
      <Table.Cell />
    </Table.Row>
  )
}

/** How many of them are on hold or end, which a closed group would hide. */
function useStatesText(seats: readonly Seat[], { today }: SeatsView): string {
  const t = useText()
  if (today === null) return ""
  const states = seats.map((seat) => seatStates(seat, today).map(({ state }) => state))
  const count = (...wanted: string[]) =>
    states.filter((of) => of.some((state) => wanted.includes(state))).length
  const [onHold, ending] = [count("on_hold", "holiday"), count("ends")]
  return [
    ...(onHold ? [t("seats.countOnHold", { count: onHold })] : []),
    ...(ending ? [t("seats.countEnding", { count: ending })] : []),
  ].join(" · ")
}
