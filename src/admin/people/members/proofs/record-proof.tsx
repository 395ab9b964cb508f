import { zodResolver } from "@hookform/resolvers/zod"
import { InlineTip } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { SelectField } from "../../../forms/choice-fields"
import { FormDrawer } from "../../../forms/form-drawer"
import { TextField } from "../../../forms/text-fields"
import { useSave } from "../../../forms/use-save"
import { type Studio, useStudio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { LoadingDrawer } from "../../loading-drawer"
import { useAddProof } from "../../queries/members"

interface ProofValues {
  classification_id: string
  note: string
  expires_on: string
}

export function RecordProof({ memberId }: { memberId: string }) {
  const t = useText()
  const studio = useStudio()
  if (studio.data) return <ProofForm memberId={memberId} studio={studio.data} />
  return <LoadingDrawer title={t("people.proofs.drawerTitle")} queries={[studio]} />
}

function ProofForm({ memberId, studio }: { memberId: string; studio: Studio }) {
  const t = useText()
  const { mutateAsync } = useAddProof(memberId)
  const provable = studio.classifications.filter(({ requires_proof }) => requires_proof)
  const schema = z.object({
    classification_id: z.string().min(1, t("forms.required")),
    note: z.string(),
    expires_on: z
      .string()
      .refine((day) => day === "" || day >= studio.today, t("people.proofs.expiredAlready")),
  })
  const only = provable.length === 1 ? provable[0]?.id : undefined
  const form = useForm<ProofValues>({
    defaultValues: { classification_id: only ?? "", note: "", expires_on: "" },
    resolver: zodResolver(schema),
  })
  const nameOf = (id: string) => provable.find((each) => each.id === id)?.name ?? ""
  const submit = useSave(form, {
    save: async ({ note, expires_on, classification_id }) =>
      mutateAsync({ classification_id, note: note.trim() || null, expires_on: expires_on || null }),
    saved: () => t("people.proofs.recorded", { name: nameOf(form.getValues("classification_id")) }),
  })
  return (
    <FormDrawer
      title={t("people.proofs.drawerTitle")}
      description={t("people.proofs.drawerDetail")}
      form={form}
      onSubmit={submit}
    >
      {provable.length === 0 && (
        <InlineTip label={t("people.proofs.title")}>{t("people.proofs.classificationNone")}</InlineTip>
      )}
      <SelectField
        control={form.control}
        name="classification_id"
        label={t("people.proofs.classification")}
        placeholder={t("people.proofs.classificationChoose")}
        options={provable.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        control={form.control}
        name="note"
        optional
        label={t("people.proofs.note")}
        hint={t("people.proofs.noteHint")}
      />
      <TextField
        control={form.control}
        name="expires_on"
        type="date"
        optional
        label={t("people.proofs.expires")}
        hint={t("people.proofs.expiresHint")}
      />
    </FormDrawer>
  )
}
