import { type Control, useFieldArray } from "react-hook-form"
import { FieldGroup } from "../../../forms/field-group"
import { NumberField, TextField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import { AddRow, RowCard } from "../row-card"
import type { EntitlementValues } from "./entitlement-values"

interface ExchangeFieldsProps {
  control: Control<EntitlementValues>
}

/** PLAN-5, CREDIT-8. */
export function ExchangeFields({ control }: ExchangeFieldsProps) {
  const t = useText()
  const { fields, append, remove } = useFieldArray({ control, name: "credit_exchange" })
  return (
    <FieldGroup label={t("plans.edit.entitlement.exchange")} hint={t("plans.edit.entitlement.exchangeHint")}>
      {fields.map(({ id }, index) => (
        <Exchange key={id} {...{ control, index }} onRemove={() => remove(index)} />
      ))}
      <AddRow
        onClick={() => append({ from_credits: 1, from_service_id: "", to_credits: 1, to_service_id: "" })}
      >
        {t("plans.edit.entitlement.addExchange")}
      </AddRow>
    </FieldGroup>
  )
}

interface ExchangeProps extends ExchangeFieldsProps {
  index: number
  onRemove: () => void
}

function Exchange({ control, index, onRemove }: ExchangeProps) {
  const t = useText()
  const name = `credit_exchange.${index}` as const
  return (
    <RowCard
      label={`${t("plans.edit.entitlement.exchange")} ${index + 1}`}
      removeLabel={t("plans.edit.entitlement.removeExchange", { number: index + 1 })}
      onRemove={onRemove}
    >
      {(["from", "to"] as const).map((side) => (
        <div key={side} className="grid grid-cols-[96px_minmax(0,1fr)] items-start gap-3">
          <NumberField
            {...{ control }}
            name={`${name}.${side}_credits`}
            label={t(`plans.edit.entitlement.${side}Credits`)}
            min={1}
          />
          <TextField
            {...{ control }}
            name={`${name}.${side}_service_id`}
            label={t(`plans.edit.entitlement.${side}Service`)}
          />
        </div>
      ))}
    </RowCard>
  )
}
