import { useForm } from "react-hook-form"
import { TextField } from "../../forms/text-fields"
import { useFormat } from "../../text/use-format"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

/** Staff move a start that lies ahead, and say why (TERM-5). */
export function ChangeStart(dialog: SeatDialogProps) {
  const t = useText()
  const format = useFormat()
  const form = useForm({ defaultValues: { starts_on: dialog.membership.starts_on ?? "", reason: "" } })
  const values = useValues(form)
  const { starts_on } = values
  const isChanged = starts_on !== "" && starts_on !== dialog.membership.starts_on
  const request = isChanged ? { path: "/start", body: { starts_on, reason: reasonOf(values) } } : null
  return (
    <VerbDrawer
      {...{ dialog, form, request }}
      title={t("seating.start.title")}
      submitText={t("seating.start.submit")}
      done={() => t("seating.start.done", { date: format.day(starts_on) })}
    >
      <TextField control={form.control} name="starts_on" type="date" label={t("seating.start.starts_on")} />
    </VerbDrawer>
  )
}
