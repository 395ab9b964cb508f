import { useForm } from "react-hook-form"
import { TextField } from "../../forms/text-fields"
import { useFormat } from "../../text/use-format"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { daysAfter } from "./days-after"
import { reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

/** Staff give more time, and say why (TERM-5). */
export function ExtendTerm(dialog: SeatDialogProps) {
  const t = useText()
  const format = useFormat()
  const form = useForm({ defaultValues: { last_on: "", reason: "" } })
  const values = useValues(form)
  // The form asks for the last day, the server for the first day without it.
  const request = values.last_on
    ? { path: "/extend", body: { ends_on: daysAfter(values.last_on, 1), reason: reasonOf(values) } }
    : null
  return (
    <VerbDrawer
      {...{ dialog, form, request }}
      title={t("seating.extend.title")}
      submitText={t("seating.extend.submit")}
      done={() => t("seating.extend.done", { date: format.day(values.last_on) })}
    >
      <TextField control={form.control} name="last_on" type="date" label={t("seating.extend.last_on")} />
    </VerbDrawer>
  )
}
