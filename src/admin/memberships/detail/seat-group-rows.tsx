import { ChevronDownMini, ChevronRightMini } from "@medusajs/icons"
import { Table } from "@medusajs/ui"
import { useState } from "react"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Membership } from "../types"
import { holderOf, type SeatGroup } from "./seat-groups"
import { PagedSeatRows, SeatLabel, SeatRows } from "./seat-rows"

/** So many alike are still shown one by one. */
const TOGETHER_ABOVE = 6

interface SeatGroupRowsProps {
  group: SeatGroup
  membership: Membership
}

/** A few seats as they are; more of one price as one line that opens. */
export function SeatGroupRows({ group, membership }: SeatGroupRowsProps) {
  const [isOpen, setOpen] = useState(false)
  if (group.seats.length <= TOGETHER_ABOVE) return <SeatRows seats={group.seats} membership={membership} />
  return (
    <>
      <GroupRow group={group} membership={membership} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      {isOpen && <PagedSeatRows seats={group.seats} membership={membership} isInset />}
    </>
  )
}

interface GroupRowProps extends SeatGroupRowsProps {
  isOpen: boolean
  onToggle: () => void
}

function GroupRow({ group: { seats }, membership, isOpen, onToggle }: GroupRowProps) {
  const t = useText()
  const format = useFormat()
  const first = seats[0]!
  const text = t("seats.times", { label: first.label, count: seats.length })
  const held = seats.filter((seat) => holderOf(seat) !== null).length
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
          <Chevron className="text-ui-fg-muted shrink-0" />
          <SeatLabel seat={first} count={seats.length} forWhom={first.classification_name} />
        </button>
      </Table.Cell>
      <Table.Cell className="break-words">{t("seats.held", { held, count: seats.length })}</Table.Cell>
      <Table.Cell />
      <Table.Cell className="break-words text-right tabular-nums">
        {t("seats.each", { amount: format.money(first.amount, membership.currency_code) })}
      </Table.Cell>
    </Table.Row>
  )
}
