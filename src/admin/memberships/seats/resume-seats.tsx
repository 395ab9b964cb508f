import { useForm } from "react-hook-form"
import { TextField } from "../../forms/text-fields"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { useSeatNames } from "./seat-context"
import { pathOf, reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

/** Ends a hold early, or takes one back that has not begun. */
export function ResumeSeats(dialog: SeatDialogProps) {
  const t = useText()
  const { membership, options, seat } = dialog
  const names = useSeatNames(membership)
  const form = useForm({ defaultValues: { resumes_on: options.today, reason: "" } })
  const values = useValues(form)
  const { resumes_on } = values
  const request = resumes_on
    ? { path: pathOf("resume", seat), body: { resumes_on, reason: reasonOf(values) } }
    : null
  return (
    <VerbDrawer
      {...{ dialog, form, request }}
      title={t(seat ? "seating.resume.title" : "seating.resume.titleAll")}
      submitText={t("seating.resume.submit")}
      done={() =>
        seat ? t("seating.resume.done", { seat: names.seatWith(seat.id) }) : t("seating.resume.doneAll")
      }
    >
      <TextField
        control={form.control}
        name="resumes_on"
        type="date"
        label={t("seating.resume.resumes_on")}
        hint={t("seating.resume.resumes_onHint")}
      />
    </VerbDrawer>
  )
}
