import { Form } from "@medusajs/dashboard/components"
import { Checkbox, Hint, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import type { Control } from "react-hook-form"
import { useText } from "../../text/use-text"
import type { PlanDraft } from "./usual-cases"

interface CurrencyFieldProps {
  control: Control<PlanDraft>
  /** The store's. */
  codes: readonly string[]
}

export function CurrencyField({ control, codes }: CurrencyFieldProps) {
  const t = useText()
  const id = useId()
  const chosen = (all: string[], code: string, isChosen: boolean) =>
    codes.filter((each) => (each === code ? isChosen : all.includes(each)))
  return (
    <Form.Field
      control={control}
      name="currency_codes"
      render={({ field: { value, onChange } }) => (
        <Form.Item>
          <div role="group" aria-labelledby={id} className="flex flex-col gap-y-2">
            <Text as="span" id={id} size="small" leading="compact" weight="plus">
              {t("plans.create.currencies")}
            </Text>
            <div className="flex flex-wrap gap-x-6 gap-y-2">
              {codes.map((code) => (
                <div key={code} className="flex items-center gap-x-2">
                  <Checkbox
                    id={`${id}-${code}`}
                    checked={value.includes(code)}
                    onCheckedChange={(checked) => onChange(chosen(value, code, checked === true))}
                  />
                  <Label htmlFor={`${id}-${code}`} size="small">
                    {code.toUpperCase()}
                  </Label>
                </div>
              ))}
            </div>
            <Hint>{t("plans.create.currenciesHint")}</Hint>
          </div>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
