import { Combobox } from "@medusajs/dashboard/components"
import { useState } from "react"
import type { FieldValues } from "react-hook-form"
import type { FieldProps } from "../../forms/field"
import { FieldFrame } from "../../forms/field-frame"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"

/** Stands for null, which a choice cannot have for its value. */
const NONE = "\0none"

/** One of the categories that plans have, a new one, or none. The form's value is a string or null. */
export function RevenueCategoryField<Values extends FieldValues>(
  props: Pick<FieldProps<Values>, "control" | "name" | "optional">
) {
  const t = useText()
  const { data: studio } = useStudio()
  const [written, setWritten] = useState<string[]>([])
  const categories = [...new Set([...(studio?.revenue_categories ?? []), ...written])]
  return (
    <FieldFrame
      {...props}
      label={t("plans.category.label")}
      hint={t("plans.category.hint")}
      input={({ value, onChange, ...field }) => (
        <Combobox
          {...field}
          value={value ?? NONE}
          onChange={(chosen?: string) => onChange(!chosen || chosen === NONE ? null : chosen.trim())}
          onCreateOption={(category) => setWritten([...written, category.trim()])}
          options={[
            { value: NONE, label: t("plans.category.none") },
            ...withChosen(categories, value as string | null).map((each) => ({ value: each, label: each })),
          ]}
        />
      )}
    />
  )
}

/** A category that came with the form's first values may not be in the studio's list yet. */
const withChosen = (categories: string[], chosen: string | null) =>
  chosen && !categories.includes(chosen) ? [...categories, chosen] : categories
