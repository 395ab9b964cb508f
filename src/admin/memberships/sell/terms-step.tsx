import { SwitchField } from "../../forms/choice-fields"
import { StepTitle } from "../../plans/create/step-title"
import { useText } from "../../text/use-text"
import type { StepProps } from "./sell-form"
import { TermsText } from "./terms-text"

/** SALE-4: the current terms, accepted on behalf of the customer; the moment is that of the sale. */
export function TermsStep({ form: { control }, plan }: StepProps) {
  const t = useText()
  if (!plan?.terms) return null
  const { version, text } = plan.terms
  return (
    <>
      <StepTitle title={t("sale.termsTitle", { version })} hint={t("selling.terms.hint")} />
      <TermsText label={t("sale.termsTitle", { version })}>{text}</TermsText>
      <SwitchField
        control={control}
        name="accepts_terms"
        label={t("selling.terms.accept")}
        hint={t("selling.terms.acceptHint")}
      />
    </>
  )
}
