import { useForm } from "react-hook-form"
import { NumberField } from "../../forms/text-fields"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { CreditDrawer, type CreditDialogProps } from "./credit-drawer"
import { useCreditNames } from "./credit-names"

/** Staff correct a grant, and say why (CREDIT-9). */
export function AdjustCredits({ membership, credits: { grants }, grant_id }: CreditDialogProps) {
  const t = useText()
  const names = useCreditNames(membership)
  const form = useForm<{ credits: number | null; reason: string }>({
    defaultValues: { credits: null, reason: "" },
  })
  const { credits } = useValues(form)
  const grant = grants.find(({ id }) => id === grant_id)
  const request = credits ? { path: `/admin/credit-grants/${grant_id}/adjust`, body: { credits } } : null
  return (
    <CreditDrawer
      {...{ membership, form, request }}
      verb="adjust"
      needsReason
      description={grant && names.scope(grant)}
    >
      <NumberField
        control={form.control}
        name="credits"
        min={-100000}
        label={t("credits.fields.change")}
        hint={t("credits.fields.changeHint")}
      />
    </CreditDrawer>
  )
}
