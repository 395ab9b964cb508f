import { useEffect } from "react"
import type { Control, UseFormReturn } from "react-hook-form"
import { SwitchField } from "../../forms/choice-fields"
import { useText } from "../../text/use-text"
import type { Conversion, Quote } from "./quote-types"
import type { SaleDraft } from "./sale-draft"
import { TermsText } from "./terms-text"

/** PLAN-8: staff record that the customer agrees to what follows the offer. */
export function ConversionField({
  control,
  conversion,
}: {
  control: Control<SaleDraft>
  conversion: Conversion
}) {
  const t = useText()
  const { terms, mode, plan_name: plan } = conversion
  return (
    <div className="flex flex-col gap-y-3">
      {terms && (
        <TermsText label={t("selling.conversion.terms", { plan, version: terms.version })}>
          {terms.text}
        </TermsText>
      )}
      <SwitchField
        control={control}
        name="accepts_conversion"
        label={t("selling.conversion.accept")}
        hint={t(`selling.conversion.acceptHint.${mode}`)}
      />
    </div>
  )
}

/** What was agreed to is what was shown: where another price or plan follows, it is asked anew. */
export function useFreshConsent(form: UseFormReturn<SaleDraft>, quote: Quote | null) {
  const shown = JSON.stringify(quote?.conversion ?? null)
  useEffect(() => form.setValue("accepts_conversion", false), [form, shown])
}
