import { useWatch } from "react-hook-form"
import { TextareaField, TextField } from "../../forms/text-fields"
import { useText } from "../../text/use-text"
import { RevenueCategoryField } from "../list/revenue-category-field"
import { CurrencyField } from "./currency-field"
import type { StepProps } from "./kind-step"
import { OfferFields } from "./offer-fields"
import { StepTitle } from "./step-title"
import { BillingFields, CreditFields, ValidityFields } from "./term-fields"
import { USUAL } from "./usual-cases"

export function DetailsStep({ form: { control }, studio }: StepProps) {
  const t = useText()
  const { is_recurring, has_credits, end, is_offer } = USUAL[useWatch({ control, name: "usual" })]
  return (
    <>
      <StepTitle title={t("plans.create.detailsTitle")} />
      <div className="grid grid-cols-1 gap-x-4 gap-y-6 md:grid-cols-2">
        <TextField
          control={control}
          name="name"
          label={t("plans.create.name")}
          hint={t("plans.create.nameHint")}
        />
        <RevenueCategoryField control={control} name="revenue_category" optional />
      </div>
      <TextareaField
        control={control}
        name="description"
        label={t("plans.create.planDescription")}
        rows={3}
        optional
      />
      {is_recurring && <BillingFields control={control} />}
      {has_credits && <CreditFields control={control} />}
      {end !== "none" && <ValidityFields control={control} isNeeded={end === "needed"} />}
      {is_offer && <OfferFields control={control} studio={studio} />}
      {studio.currency_codes.length > 1 && <CurrencyField control={control} codes={studio.currency_codes} />}
      <TextareaField
        control={control}
        name="terms"
        label={t("plans.create.terms")}
        hint={t("plans.create.termsHint")}
        optional
      />
    </>
  )
}
