import "./words"
import type { ReactNode } from "react"
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form"
import { FormDrawer } from "../../forms/form-drawer"
import { TextareaField } from "../../forms/text-fields"
import { useSave } from "../../forms/use-save"
import { Foreseen } from "../../parts/foreseen"
import { useText } from "../../text/use-text"
import { type CreditRequest, type Credits, useChangeCredits, useCreditPreview } from "../queries/credits"
import type { Membership } from "../types"
import { useCreditNames } from "./credit-names"

/** What every drawer about credits is opened with. */
export interface CreditDialogProps {
  membership: Membership
  credits: Credits
  /** Of the address. */
  grant_id: string | null
}

interface CreditDrawerProps<Values extends FieldValues> {
  membership: Membership
  verb: "adjust" | "give" | "transfer" | "exchange"
  description?: string
  form: UseFormReturn<Values>
  /** What the form asks for as it stands; null while something is missing. */
  request: CreditRequest | null
  needsReason: boolean
  children: ReactNode
}

/** A change of credits with what it would do. Every form has a `reason`. */
export function CreditDrawer<Values extends FieldValues & { reason: string }>(
  props: CreditDrawerProps<Values>
) {
  const t = useText()
  const { membership, verb, form, request, needsReason, children, description } = props
  const { mutateAsync } = useChangeCredits()
  const preview = useCreditPreview(request)
  const names = useCreditNames(membership)
  const reasonField = "reason" as FieldPath<Values>
  const save = useSave(form, {
    save: async ({ reason }) =>
      mutateAsync({ ...request!, body: { ...request!.body, reason: reason.trim() || null } }),
    saved: t(`credits.${verb}.done`),
  })
  return (
    <FormDrawer
      title={t(`credits.${verb}.title`)}
      description={
        description ?? t("seating.whole", { number: membership.display_id, plan: membership.plan.name })
      }
      submitText={t(`credits.${verb}.submit`)}
      form={form}
      isBlocked={preview.answer === null}
      onSubmit={save}
    >
      {children}
      <Foreseen
        lines={preview.answer?.map(names.effect) ?? null}
        refusal={preview.refusal}
        incomplete={request ? null : t("credits.incomplete")}
      />
      <TextareaField
        control={form.control}
        name={reasonField}
        rows={2}
        optional={!needsReason}
        label={t("credits.fields.reason")}
        hint={t("credits.fields.reasonHint")}
      />
    </FormDrawer>
  )
}
