import { Button, clx, Table } from "@medusajs/ui"
import { useState } from "react"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Membership, Seat } from "../types"
import { PageLink } from "./lines"
import { holderOf, nameOf } from "./seat-groups"
import { SeatLabel } from "./seat-label"
import { SeatMenu } from "./seat-menu"
import { SEAT_COLUMNS } from "./seat-table"
import type { SeatsView } from "./seats-view"

/** So many seats are added at a time. */
const PAGE = 20

interface SeatRowsProps {
  seats: readonly Seat[]
  view: SeatsView
  /** Below the row that they belong to. */
  isInset?: boolean
}

/** A part of many seats; further ones on demand. */
export function PagedSeatRows({ seats, ...rest }: SeatRowsProps) {
  const t = useText()
  const [shown, setShown] = useState(PAGE)
  const left = seats.length - shown
  return (
    <>
      <SeatRows seats={seats.slice(0, shown)} {...rest} />
      {left > 0 && (
        <Table.Row className="hover:bg-ui-bg-base last-of-type:border-b-0">
          <td colSpan={SEAT_COLUMNS} className="px-4">
            <Button size="small" variant="transparent" onClick={() => setShown(shown + PAGE)}>
              {t("seats.more", { count: Math.min(left, PAGE) })}
            </Button>
          </td>
        </Table.Row>
      )}
    </>
  )
}

export const SeatRows = ({ seats, ...rest }: SeatRowsProps) =>
  seats.map((seat) => <SeatRow key={seat.id} seat={seat} {...rest} />)

/** Drawn inside its cells, where the table's own lines do not cover it. */
const OUTLINE = "outline outline-1 -outline-offset-2 outline-ui-border-strong rounded-md"

function SeatRow({ seat, view, isInset = false }: Omit<SeatRowsProps, "seats"> & { seat: Seat }) {
  const t = useText()
  const format = useFormat()
  const { membership, names, today, totals } = view
  const { classification_id, classification_name: name, sequence } = seat
  const count = totals.get(classification_id) ?? 1
  // "Child 2 of 5".
  const forWhom = name === null ? null : t(count > 1 ? "seats.nthOf" : "seats.nth", { name, sequence, count })
  return (
    <Table.Row className={clx("last-of-type:border-b-0", seat.required && OUTLINE)}>
      <Table.Cell className="py-2">
        <div className={isInset ? "pl-7" : undefined}>
          <SeatLabel seat={seat} name={names.seat(seat.id)} forWhom={forWhom} today={today} />
        </div>
      </Table.Cell>
      <Table.Cell>
        <Holder seat={seat} />
      </Table.Cell>
      <Table.Cell>
        <Payer seat={seat} membership={membership} />
      </Table.Cell>
      <Table.Cell className="break-words text-right tabular-nums">
        {format.money(seat.amount, membership.currency_code)}
      </Table.Cell>
      <Table.Cell className="!pe-2 !ps-0 text-right">
        <SeatMenu seat={seat} view={view} />
      </Table.Cell>
    </Table.Row>
  )
}

function Holder({ seat }: { seat: Seat }) {
  const t = useText()
  const holder = holderOf(seat)
  if (!holder) {
    return (
      <span className="flex min-w-0 flex-col text-ui-fg-subtle">
        {t("seats.empty")}
        {seat.invitation && (
          <span className="txt-compact-xsmall truncate" title={seat.invitation.email}>
            {t("seating.invite.asked", { email: seat.invitation.email })}
          </span>
        )}
      </span>
    )
  }
  return (
    <span className="block truncate" title={nameOf(holder)}>
      <PageLink to={`/memberships/members/${holder.id}`}>{nameOf(holder)}</PageLink>
    </span>
  )
}

function Payer({ seat, membership }: { seat: Seat; membership: Membership }) {
  const t = useText()
  const { payer_customer_id, payer_name, payer_email } = seat
  // A guest left only what the order says of them.
  const guest = membership.customer_name ?? membership.customer_email ?? t("seats.guestPayer")
  const name = payer_customer_id === null ? guest : (payer_name ?? payer_email ?? t("seats.unknownPayer"))
  return (
    <span className="block truncate" title={name}>
      {payer_customer_id === null ? name : <PageLink to={`/customers/${payer_customer_id}`}>{name}</PageLink>}
    </span>
  )
}
