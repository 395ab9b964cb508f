import type { ReactNode } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { FormDrawer } from "../../forms/form-drawer"
import { useSave } from "../../forms/use-save"
import { Foreseen } from "../../parts/foreseen"
import { type ChangedCharge, type PreviewedVerb, useChangeCharge, useVerbPreview } from "../queries/charges"
import type { ChargeDetail } from "../types"
import { useWords } from "../use-words"
import { aboutText, effectLines } from "./effect-lines"

/** What every drawer about a charge is opened with. */
export interface ChargeDialogProps {
  charge: ChargeDetail
  isPaused: boolean
}

interface ChargeDrawerProps<Values extends FieldValues> {
  charge: ChargeDetail
  verb: PreviewedVerb
  form: UseFormReturn<Values>
  body: (values: Values) => object
  /** The toast. */
  done: (changed: ChangedCharge) => string
  isDestructive?: boolean
  children?: ReactNode
}

/** A change of a charge, with what the server says that it would do. */
export function ChargeDrawer<Values extends FieldValues>(props: ChargeDrawerProps<Values>) {
  const words = useWords()
  const { t } = words
  const { charge, verb, form, body, done, isDestructive, children } = props
  const { mutateAsync } = useChangeCharge(charge.id)
  const preview = useVerbPreview(charge.id, verb)
  const save = useSave(form, {
    save: async (values) => mutateAsync({ verb, body: body(values) }),
    saved: done,
  })
  return (
    <FormDrawer
      title={t(`billing.change.${verb}.title`)}
      description={aboutText(charge, words)}
      submitText={t(`billing.change.${verb}.submit`)}
      form={form}
      isBlocked={preview.data === undefined}
      isDestructive={isDestructive}
      onSubmit={save}
    >
      {children}
      <Foreseen
        lines={preview.data ? effectLines(preview.data, charge, words) : null}
        refusal={preview.error}
      />
    </FormDrawer>
  )
}
