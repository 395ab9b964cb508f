import { useForm } from "react-hook-form"
import { SelectField } from "../../forms/choice-fields"
import { TextareaField, TextField } from "../../forms/text-fields"
import { useText } from "../../text/use-text"
import { type ChargeDialogProps, ChargeDrawer } from "./charge-drawer"

const METHODS = ["cash", "transfer", "other"] as const

interface Values {
  method: (typeof METHODS)[number]
  reference: string
  note: string
}

/** The money came another way (BILL-6). */
export function RecordPayment({ charge }: ChargeDialogProps) {
  const t = useText()
  const form = useForm<Values>({ defaultValues: { method: "cash", reference: "", note: "" } })
  const { control } = form
  return (
    <ChargeDrawer
      {...{ charge, form }}
      verb="record-payment"
      body={({ method, reference, note }) => ({
        method,
        reference: reference.trim() || null,
        note: note.trim() || null,
      })}
      done={() => t("billing.change.record-payment.done")}
    >
      <SelectField
        {...{ control, name: "method" }}
        label={t("billing.change.method")}
        options={METHODS.map((value) => ({ value, label: t(`billing.detail.paidWith.${value}`) }))}
      />
      <TextField
        {...{ control, name: "reference" }}
        label={t("billing.change.reference")}
        hint={t("billing.change.referenceHint")}
        optional
      />
      <TextareaField
        {...{ control, name: "note" }}
        rows={2}
        label={t("billing.change.note")}
        hint={t("billing.change.noteHint")}
        optional
      />
    </ChargeDrawer>
  )
}
