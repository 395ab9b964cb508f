import { useWatch } from "react-hook-form"
import { ChoiceField } from "../../forms/choice-fields"
import { MoneyFields } from "../../forms/money-fields"
import { useText } from "../../text/use-text"
import type { StepProps } from "./kind-step"
import { RowFields } from "./row-fields"
import { StepTitle } from "./step-title"
import { USUAL } from "./usual-cases"

/** The first version of the price chart (CHART-2), the joining fee (PLAN-15), and what happens after saving. */
export function PricesStep({ form: { control }, studio }: StepProps) {
  const t = useText()
  const [usual, currency_codes, rows] = useWatch({ control, name: ["usual", "currency_codes", "rows"] })
  const isShared = USUAL[usual].audience !== "individual"
  return (
    <>
      <StepTitle
        title={t("plans.create.pricesTitle")}
        hint={t(isShared ? "plans.create.pricesHintShared" : "plans.create.pricesHintOne")}
      />
      <div className="flex flex-col gap-y-4">
        {rows.map((row, index) => (
          <RowFields key={index} {...{ control, row, index, isShared, currency_codes, studio }} />
        ))}
      </div>
      <MoneyFields
        control={control}
        name="signup_fees"
        currency_codes={currency_codes}
        label={t("plans.create.signupFee")}
        hint={t("plans.create.signupFeeHint")}
      />
      <ChoiceField
        control={control}
        name="ending"
        label={t("plans.create.ending")}
        options={[
          { value: "draft", label: t("plans.create.endingDraft"), detail: t("plans.create.endingDraftHint") },
          { value: "sale", label: t("plans.create.endingSale"), detail: t("plans.create.endingSaleHint") },
        ]}
      />
    </>
  )
}
