import { type Control, useFieldArray, useWatch } from "react-hook-form"
import { SelectField } from "../../../forms/choice-fields"
import { FieldGroup } from "../../../forms/field-group"
import { NumberField } from "../../../forms/text-fields"
import type { StudioService } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { AddRow, RowCard } from "../../../forms/row-card"
import { serviceOptions } from "../service-options"
import type { EntitlementValues } from "./entitlement-values"

interface ExchangeFieldsProps {
  control: Control<EntitlementValues>
  services: readonly StudioService[]
}

/** PLAN-5, CREDIT-8. */
export function ExchangeFields({ control, services }: ExchangeFieldsProps) {
  const t = useText()
  const { fields, append, remove } = useFieldArray({ control, name: "credit_exchange" })
  return (
    <FieldGroup label={t("plans.edit.entitlement.exchange")} hint={t("plans.edit.entitlement.exchangeHint")}>
      {fields.map(({ id }, index) => (
        <Exchange key={id} {...{ control, index, services }} onRemove={() => remove(index)} />
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

function Exchange({ control, index, services, onRemove }: ExchangeProps) {
  const t = useText()
  const name = `credit_exchange.${index}` as const
  const { from_service_id, to_service_id } = useWatch({ control, name })
  const options = serviceOptions(services, [from_service_id, to_service_id])
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
          <SelectField
            {...{ control }}
            name={`${name}.${side}_service_id`}
            label={t(`plans.edit.entitlement.${side}Service`)}
            placeholder={t("forms.choose")}
            options={options}
          />
        </div>
      ))}
    </RowCard>
  )
}
