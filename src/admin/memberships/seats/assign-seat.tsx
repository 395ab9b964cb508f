import { useForm } from "react-hook-form"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { holderOf } from "../detail/seat-groups"
import type { SeatRequest } from "../queries/seats"
import { CandidateField } from "./candidate-field"
import { useSeatNames } from "./seat-context"
import { pathOf, reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

export interface AssignValues {
  member: { id: string; name: string } | null
  reason: string
}

function assignRequest(values: AssignValues, { seat }: SeatDialogProps): SeatRequest | null {
  if (!seat || !values.member) return null
  const replaces_member_id = holderOf(seat)?.id ?? null
  return {
    path: pathOf("assign", seat),
    body: { member_id: values.member.id, replaces_member_id, reason: reasonOf(values) },
  }
}

/** Gives a seat to somebody: the household first, and who cannot have it with the reason (SEAT-1, SEAT-2). */
export function AssignSeat(dialog: SeatDialogProps) {
  const t = useText()
  const { membership, seat } = dialog
  const names = useSeatNames(membership)
  const form = useForm<AssignValues>({ defaultValues: { member: null, reason: "" } })
  const values = useValues(form)
  const { member } = values
  return (
    <VerbDrawer
      {...{ dialog, form }}
      request={assignRequest(values, dialog)}
      names={{ members: new Map(member ? [[member.id, member.name]] : []) }}
      title={t(seat && holderOf(seat) ? "seating.assign.titleReplace" : "seating.assign.title")}
      submitText={t("seating.assign.submit")}
      done={() =>
        t("seating.assign.done", { name: member?.name ?? "", seat: seat ? names.seat(seat.id) : "" })
      }
    >
      {seat && (
        <CandidateField
          {...{ membership, seat }}
          chosen={member?.id ?? ""}
          onChoose={(chosen) => form.setValue("member", chosen, { shouldDirty: true })}
        />
      )}
    </VerbDrawer>
  )
}
