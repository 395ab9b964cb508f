import {
  ArrowUturnLeft,
  ArrowUpDown,
  CreditCard,
  Envelope,
  PauseSolid,
  PlaySolid,
  Plus,
  User,
  UserMini,
  XCircle,
} from "@medusajs/icons"
import type { ReactNode } from "react"
import { ActionMenu } from "../../parts/action-menu"
import { useText } from "../../text/use-text"
import { type SeatAction, seatActions, type WholeAction, wholeActions } from "../seats/seat-actions"
import type { Seat } from "../types"
import type { SeatsView } from "./seats-view"

const ICONS: Record<SeatAction | WholeAction, ReactNode> = {
  assign: <User />,
  invite: <Envelope />,
  reinvite: <Envelope />,
  reassign: <User />,
  unassign: <UserMini />,
  hold: <PauseSolid />,
  holdAll: <PauseSolid />,
  resume: <PlaySolid />,
  resumeAll: <PlaySolid />,
  payer: <CreditCard />,
  payerAll: <CreditCard />,
  cancel: <XCircle />,
  cancelAll: <XCircle />,
  uncancel: <ArrowUturnLeft />,
  uncancelAll: <ArrowUturnLeft />,
  reorder: <ArrowUpDown />,
  add: <Plus />,
}

/** The dialog's name in the address. */
const VERB: Record<SeatAction | Exclude<WholeAction, "reorder">, string> = {
  ...{
    assign: "assign",
    invite: "invite",
    reinvite: "invite",
    reassign: "assign",
    unassign: "unassign",
    payer: "payer",
    payerAll: "payer",
  },
  ...{ add: "add", hold: "hold", holdAll: "hold", resume: "resume", resumeAll: "resume" },
  ...{ cancel: "cancel", cancelAll: "cancel", uncancel: "uncancel", uncancelAll: "uncancel" },
}

/** What can be done with one seat now. */
export function SeatMenu({ seat, view: { membership, today, names } }: { seat: Seat; view: SeatsView }) {
  const t = useText()
  const groups = today === null ? [] : seatActions(seat, membership, today)
  if (groups.length === 0) return null
  return (
    <ActionMenu
      label={t("seating.menu", { seat: names.seatWith(seat.id) })}
      groups={groups.map((actions) => ({
        actions: actions.map((action) => ({
          ...{
            icon: ICONS[action],
            label: t(`seating.action.${action}`),
            to: `seats/${VERB[action]}?seat=${seat.id}`,
          },
        })),
      }))}
    />
  )
}

interface SeatsMenuProps {
  view: SeatsView
  onReorder: () => void
}

/** What can be done with all seats now. */
export function SeatsMenu({ view: { membership, today }, onReorder }: SeatsMenuProps) {
  const t = useText()
  const groups = today === null ? [] : wholeActions(membership, today)
  if (groups.length === 0) return null
  return (
    <ActionMenu
      label={t("seating.menuAll")}
      groups={groups.map((actions) => ({
        actions: actions.map((action) => {
          const shown = { icon: ICONS[action], label: t(`seating.action.${action}`) }
          return action === "reorder"
            ? { ...shown, onClick: onReorder }
            : { ...shown, to: `seats/${VERB[action]}` }
        }),
      }))}
    />
  )
}
