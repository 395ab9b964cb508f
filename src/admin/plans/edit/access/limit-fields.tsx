import { type Control, useFieldArray, useWatch } from "react-hook-form"
import { SelectField } from "../../../forms/choice-fields"
import { FieldGroup } from "../../../forms/field-group"
import { NumberField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import { AddRow, RowCard } from "../../../forms/row-card"
import type { AccessValues } from "./access-values"

interface LimitFieldsProps {
  control: Control<AccessValues>
  /** Only recurring billing has periods to count in. */
  recurring: boolean
}

/** One limit for each length of time at most, so that there are no more than their kinds. */
export function LimitFields({ control, recurring }: LimitFieldsProps) {
  const t = useText()
  const { fields, append, remove } = useFieldArray({ control, name: "access.visit_limits" })
  const taken = useWatch({ control, name: "access.visit_limits" }).map(({ per }) => per)
  const free = (["day", "week", ...(recurring ? (["period"] as const) : [])] as const).filter(
    (per) => !taken.includes(per)
  )
  const [next] = free
  return (
    <FieldGroup label={t("plans.edit.access.limits")} hint={t("plans.edit.access.limitsHint")}>
      {fields.map(({ id }, index) => (
        <RowCard
          key={id}
          label={t("plans.edit.access.limit", { number: index + 1 })}
          removeLabel={t("plans.edit.access.removeLimit", { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          <div className="grid grid-cols-2 items-start gap-3">
            <NumberField
              {...{ control }}
              name={`access.visit_limits.${index}.count`}
              label={t("plans.edit.access.count")}
              min={1}
            />
            <SelectField
              {...{ control }}
              name={`access.visit_limits.${index}.per`}
              label={t("plans.edit.access.per")}
              options={[taken[index], ...free].flatMap((per) =>
                per ? [{ value: per, label: t(`plans.edit.access.pers.${per}`) }] : []
              )}
            />
          </div>
        </RowCard>
      ))}
      {next && (
        <AddRow onClick={() => append({ count: null, per: next })}>{t("plans.edit.access.addLimit")}</AddRow>
      )}
    </FieldGroup>
  )
}
