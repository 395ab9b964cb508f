import { Text } from "@medusajs/ui"
import { SwitchField } from "../../forms/choice-fields"
import { StepTitle } from "../../plans/create/step-title"
import { useText } from "../../text/use-text"
import type { StepProps } from "./sell-form"

/** SALE-4: the current terms, accepted on behalf of the customer; the moment is that of the sale. */
export function TermsStep({ form: { control }, plan }: StepProps) {
  const t = useText()
  if (!plan?.terms) return null
  const { version, text } = plan.terms
  return (
    <>
      <StepTitle title={t("sale.termsTitle", { version })} hint={t("selling.terms.hint")} />
      <div
        role="region"
        aria-label={t("sale.termsTitle", { version })}
        tabIndex={0}
        className="shadow-elevation-card-rest bg-ui-bg-component focus-visible:shadow-borders-focus max-h-96 overflow-y-auto rounded-lg p-4 outline-none"
      >
        <Text size="small" className="whitespace-pre-line break-words text-pretty">
          {text}
        </Text>
      </div>
      <SwitchField
        control={control}
        name="accepts_terms"
        label={t("selling.terms.accept")}
        hint={t("selling.terms.acceptHint")}
      />
    </>
  )
}
