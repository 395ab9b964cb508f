import { Heading } from "@medusajs/ui"
import { type Control, useWatch } from "react-hook-form"
import { ChoiceField } from "../../forms/choice-fields"
import { MoneyFields } from "../../forms/money-fields"
import { NumberField } from "../../forms/text-fields"
import { useText } from "../../text/use-text"
import type { ServiceValues } from "./service-values"

interface MissedVisitFieldsProps {
  control: Control<ServiceValues>
  fined_in: readonly string[]
}

/** CREDIT-4: until when a booking is canceled in time, and what it costs afterwards. */
export function MissedVisitFields({ control, fined_in }: MissedVisitFieldsProps) {
  const t = useText()
  const effect = useWatch({ control, name: "missed_visit.effect" })
  return (
    <>
      <Heading level="h2">{t("frontDesk.services.missedTitle")}</Heading>
      <NumberField
        {...{ control }}
        name="cancellation_window_minutes"
        optional
        min={1}
        label={t("frontDesk.services.window")}
        hint={t("frontDesk.services.windowHint")}
      />
      <ChoiceField
        {...{ control }}
        name="missed_visit.effect"
        label={t("frontDesk.services.missed")}
        options={(["redeem", "fine"] as const).map((value) => ({
          value,
          label: t(`frontDesk.services.missedEffects.${value}`),
          detail: t(`frontDesk.services.missedEffects.${value}Detail`),
        }))}
      />
      {effect === "fine" && (
        <MoneyFields
          {...{ control }}
          name="missed_visit.fines"
          currency_codes={fined_in}
          label={t("frontDesk.services.fine")}
          hint={t("frontDesk.services.fineHint")}
        />
      )}
    </>
  )
}
