import { useForm } from "react-hook-form"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { useSeatNames } from "./seat-context"
import { pathOf, reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

/** Takes a cancellation back until it takes effect (CANCEL-3). */
export function UncancelSeats(dialog: SeatDialogProps) {
  const t = useText()
  const { membership, seat } = dialog
  const names = useSeatNames(membership)
  const form = useForm({ defaultValues: { reason: "" } })
  const values = useValues(form)
  const request = { path: pathOf("uncancel", seat), body: { reason: reasonOf(values) } }
  return (
    <VerbDrawer
      {...{ dialog, form, request }}
      title={t("seating.uncancel.title")}
      submitText={t("seating.uncancel.submit")}
      done={() =>
        seat ? t("seating.uncancel.done", { seat: names.seatWith(seat.id) }) : t("seating.uncancel.doneAll")
      }
    />
  )
}
