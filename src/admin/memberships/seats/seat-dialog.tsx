import type { ComponentType } from "react"
import { useSearchParams } from "react-router-dom"
import { LoadingDrawer } from "../../people/loading-drawer"
import { useText } from "../../text/use-text"
import { useMembership } from "../queries/memberships"
import { useSeatOptions } from "../queries/seats"
import { ChangePlan } from "../plan-change/change-plan"
import { JoinMembership } from "../plan-change/join-membership"
import { AddSeat } from "./add-seat"
import { AssignSeat } from "./assign-seat"
import { CancelSeats } from "./cancel-seats"
import { ChangePayer } from "./change-payer"
import { ChangeStart } from "./change-start"
import { ExtendTerm } from "./extend-term"
import { HoldSeats } from "./hold-seats"
import { InviteToSeat } from "./invite-to-seat"
import { ResumeSeats } from "./resume-seats"
import { UnassignSeat } from "./unassign-seat"
import { UncancelSeats } from "./uncancel-seats"
import type { SeatDialogProps } from "./verb-drawer"

const DIALOGS: Partial<Record<string, ComponentType<SeatDialogProps>>> = {
  add: AddSeat,
  assign: AssignSeat,
  unassign: UnassignSeat,
  invite: InviteToSeat,
  hold: HoldSeats,
  resume: ResumeSeats,
  cancel: CancelSeats,
  uncancel: UncancelSeats,
  payer: ChangePayer,
  extend: ExtendTerm,
  start: ChangeStart,
  plan: ChangePlan,
  join: JoinMembership,
}

/** One verb on a membership, or on the seat that the address names. */
export function SeatDialog({ id, verb }: { id: string; verb: string }) {
  const t = useText()
  const [params] = useSearchParams()
  const seat_id = params.get("seat")
  const membership = useMembership(id)
  const options = useSeatOptions(id)
  const Dialog = DIALOGS[verb]
  const seat = membership.data?.seats.find((each) => each.id === seat_id) ?? null
  if (!Dialog || !membership.data || !options.data)
    return <LoadingDrawer title={t("seats.title")} queries={[membership, options]} />
  return <Dialog key={`${verb} ${seat_id}`} membership={membership.data} options={options.data} seat={seat} />
}
