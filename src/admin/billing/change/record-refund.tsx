import { zodResolver } from "@hookform/resolvers/zod"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { readAmount, writeAmount } from "../../forms/amount-text"
import { FormDrawer } from "../../forms/form-drawer"
import { TextareaField, TextField } from "../../forms/text-fields"
import { useDecimalSign } from "../../forms/use-decimal-sign"
import { useSave } from "../../forms/use-save"
import { useChangeCharge } from "../queries/charges"
import { useWords } from "../use-words"
import type { ChargeDialogProps } from "./charge-drawer"
import { aboutText } from "./effect-lines"

const REASON_MAX = 2000

function amountOf(typed: string, currency_code: string): number | null {
  const read = readAmount(typed, currency_code)
  return read.kind === "amount" ? read.amount : null
}

/** Money that came twice was given back at the provider, which staff record here (BILL-4). */
export function RecordRefund({ charge }: ChargeDialogProps) {
  const words = useWords()
  const { t } = words
  const { currency_code, total } = charge
  const decimal = useDecimalSign()
  const { mutateAsync } = useChangeCharge(charge.id)
  const schema = useMemo(() => {
    const isGiven = (typed: string) => (amountOf(typed, currency_code) ?? 0) > 0
    return z.object({
      amount: z.string().refine(isGiven, t("billing.change.record-refund.amountMissing")),
      reason: z.string().trim().min(1, t("billing.change.reasonMissing")).max(REASON_MAX),
    })
  }, [t, currency_code])
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { amount: writeAmount(Number(total ?? 0), currency_code, decimal), reason: "" },
  })
  const save = useSave(form, {
    save: async ({ amount, reason }) =>
      mutateAsync({
        verb: "record-refund",
        body: { amount: amountOf(amount, currency_code), reason: reason.trim() },
      }),
    saved: () => t("billing.change.record-refund.done"),
  })
  return (
    <FormDrawer
      title={t("billing.change.record-refund.title")}
      description={aboutText(charge, words)}
      submitText={t("billing.change.record-refund.submit")}
      form={form}
      onSubmit={save}
    >
      <TextField
        control={form.control}
        name="amount"
        label={t("billing.change.record-refund.amount", { currency: currency_code.toUpperCase() })}
        hint={t("billing.change.record-refund.amountHint")}
      />
      <TextareaField
        control={form.control}
        name="reason"
        rows={3}
        label={t("billing.change.reason")}
        hint={t("billing.change.reasonHint")}
      />
    </FormDrawer>
  )
}
