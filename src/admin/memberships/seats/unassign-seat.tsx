import { useForm } from "react-hook-form"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { useSeatNames } from "./seat-context"
import { pathOf, reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

/** Nobody sits there any more; it is paid for all the same. */
export function UnassignSeat(dialog: SeatDialogProps) {
  const t = useText()
  const { membership, seat } = dialog
  const names = useSeatNames(membership)
  const form = useForm({ defaultValues: { reason: "" } })
  const values = useValues(form)
  const request = seat ? { path: pathOf("unassign", seat), body: { reason: reasonOf(values) } } : null
  return (
    <VerbDrawer
      {...{ dialog, form, request }}
      title={t("seating.unassign.title")}
      submitText={t("seating.unassign.submit")}
      isDestructive
      done={() => t("seating.unassign.done", { seat: seat ? names.seat(seat.id) : "" })}
    />
  )
}
