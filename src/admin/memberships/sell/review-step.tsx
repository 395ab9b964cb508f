import { InlineTip, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useWatch } from "react-hook-form"
import { ChoiceField } from "../../forms/choice-fields"
import { TextareaField } from "../../forms/text-fields"
import { ChooseOne } from "../../people/choose/choose-one"
import { StepTitle } from "../../plans/create/step-title"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { ConversionField } from "./conversion-field"
import { QuotePanel } from "./quote-panel"
import { PAYMENTS } from "./sale-draft"
import { DespiteField } from "./sale-notices"
import { draftOrdersOf } from "./sale-queries"
import type { StepProps } from "./sell-form"

interface ReviewStepProps extends StepProps {
  sentences: (error: unknown) => string[]
  /** What was shown when the price turned out to be another one. */
  formerTotal: number | null
}

/** Every line of the price, and how it is paid (SALE-7, SALE-9). */
export function ReviewStep({ form: { control }, plan, price, sentences, formerTotal }: ReviewStepProps) {
  const t = useText()
  const format = useFormat()
  const [customer, payment] = useWatch({ control, name: ["customer", "payment"] })
  const source = useMemo(() => draftOrdersOf(customer?.id ?? ""), [customer?.id])
  const { quote } = price
  return (
    <>
      <StepTitle
        title={t("selling.review.title")}
        hint={t("selling.review.of", { plan: plan?.name ?? "", customer: customer?.name ?? "" })}
      />
      {formerTotal !== null && quote && (
        <div role="alert">
          <InlineTip variant="warning" label={t("selling.review.stale")}>
            {t("selling.review.staleDetail", {
              ...{ before: format.money(formerTotal, quote.currency_code) },
              ...{ after: format.money(quote.total, quote.currency_code) },
            })}
          </InlineTip>
        </div>
      )}
      <QuotePanel price={price} sentences={sentences} />
      {quote?.conversion && <ConversionField control={control} conversion={quote.conversion} />}
      {quote && quote.notices.length > 0 && <DespiteField control={control} />}
      {quote?.starts_on && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("selling.review.starts", { date: format.day(quote.starts_on) })}
        </Text>
      )}
      <ChoiceField
        control={control}
        name="payment"
        label={t("selling.review.payment")}
        options={PAYMENTS.map((value) => ({
          ...{ value, label: t(`selling.payment.${value}`), detail: t(`selling.payment.${value}Detail`) },
        }))}
      />
      {payment === "existing" && (
        <ChooseOne
          control={control}
          name="draft_order"
          source={source}
          label={t("selling.review.draft")}
          placeholder={t("selling.review.draftSearch")}
        />
      )}
      <TextareaField
        control={control}
        name="note"
        rows={2}
        optional
        label={t("selling.review.note")}
        hint={t("selling.review.noteHint")}
      />
    </>
  )
}
