import { Badge, Text } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { MoneyFields } from "../../forms/money-fields"
import { TextField } from "../../forms/text-fields"
import type { Studio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import type { PlanDraft, RowDraft } from "./usual-cases"

interface RowFieldsProps {
  control: Control<PlanDraft>
  row: RowDraft
  index: number
  isShared: boolean
  currency_codes: readonly string[]
  studio: Studio
}

/** One row of the first version: its label and prices. Whom it is for and its rules are those of the case. */
export function RowFields({ control, row, index, isShared, currency_codes, studio }: RowFieldsProps) {
  const t = useText()
  const title = t("plans.create.seat", { number: index + 1 })
  return (
    <div
      role={isShared ? "group" : undefined}
      aria-label={isShared ? title : undefined}
      className="shadow-elevation-card-rest bg-ui-bg-component flex flex-col gap-y-4 rounded-lg p-4"
    >
      {isShared && <RowRules title={title} row={row} studio={studio} />}
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <TextField
          control={control}
          name={`rows.${index}.label`}
          label={t("plans.create.label")}
          hint={isShared ? undefined : t("plans.create.labelHint")}
          optional={!isShared}
        />
        <MoneyFields
          control={control}
          name={`rows.${index}.prices`}
          currency_codes={currency_codes}
          label={t("plans.create.price")}
        />
      </div>
    </div>
  )
}

function RowRules({ title, row, studio }: { title: string; row: RowDraft; studio: Studio }) {
  const t = useText()
  const { classification_id, required, unlimited } = row
  const who = studio.classifications.find(({ id }) => id === classification_id)?.name ?? t("forms.anyone")
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Text size="small" leading="compact" weight="plus" className="mr-auto">
        {title}
      </Text>
      <Badge size="2xsmall">{t("plans.create.forWhom", { who })}</Badge>
      {required && <Badge size="2xsmall">{t("plans.create.required")}</Badge>}
      {unlimited && <Badge size="2xsmall">{t("plans.create.unlimited")}</Badge>}
    </div>
  )
}
