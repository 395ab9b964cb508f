import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../forms/form-drawer"
import { TextField } from "../../forms/text-fields"
import { useSave } from "../../forms/use-save"
import { useText } from "../../text/use-text"
import { useAddCard } from "./codes"

/** ACCESS-7. A scanner types what it reads and presses Enter. */
export function AddCard({ memberId }: { memberId: string }) {
  const t = useText()
  const { mutateAsync } = useAddCard(memberId)
  const schema = z.object({ code: z.string().trim().min(1, t("forms.required")), label: z.string() })
  const form = useForm({ defaultValues: { code: "", label: "" }, resolver: zodResolver(schema) })
  const submit = useSave(form, {
    save: async ({ code, label }) => mutateAsync({ code, label: label.trim() || null }),
    saved: t("frontDesk.codes.added"),
  })
  return (
    <FormDrawer
      title={t("frontDesk.codes.cardTitle")}
      description={t("frontDesk.codes.cardDetail")}
      form={form}
      submitsOnEnter
      onSubmit={submit}
    >
      <TextField
        control={form.control}
        name="label"
        optional
        label={t("frontDesk.codes.label")}
        hint={t("frontDesk.codes.labelHint")}
      />
      <TextField
        control={form.control}
        name="code"
        autoFocus
        label={t("frontDesk.codes.code")}
        hint={t("frontDesk.codes.codeHint")}
      />
    </FormDrawer>
  )
}
