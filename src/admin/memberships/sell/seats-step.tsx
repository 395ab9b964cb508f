import { useWatch } from "react-hook-form"
import { ChoiceField } from "../../forms/choice-fields"
import { TextField } from "../../forms/text-fields"
import { StepTitle } from "../../plans/create/step-title"
import { useText } from "../../text/use-text"
import { PeopleField } from "./people-field"
import { QuotePanel } from "./quote-panel"
import { SeatCounts } from "./seat-counts"
import type { StepProps } from "./sell-form"

interface SeatsStepProps extends StepProps {
  sentences: (error: unknown) => string[]
}

/** How many seats of what, or who sits there by name; the price follows. */
export function SeatsStep({ form, studio, plan, price, sentences }: SeatsStepProps) {
  const t = useText()
  const { control } = form
  const by = useWatch({ control, name: "by" })
  return (
    <>
      <StepTitle title={t("selling.seats.title")} hint={plan?.name} />
      <ChoiceField
        control={control}
        name="by"
        label={t("selling.seats.by")}
        options={(["seats", "people"] as const).map((value) => ({
          ...{ value, label: t(`selling.seats.${value}`), detail: t(`selling.seats.${value}Detail`) },
        }))}
      />
      {by === "seats" ? (
        <SeatCounts control={control} studio={studio} quote={price.quote} />
      ) : (
        <PeopleField form={form} />
      )}
      <TextField
        control={control}
        name="promo_codes"
        optional
        label={t("selling.seats.promo")}
        hint={t("selling.seats.promoHint")}
      />
      <QuotePanel price={price} sentences={sentences} />
    </>
  )
}
