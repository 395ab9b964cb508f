import type { Control } from "react-hook-form"
import { SwitchField } from "../../forms/choice-fields"
import { NumberField, TextareaField, TextField } from "../../forms/text-fields"
import { useText } from "../../text/use-text"
import type { ClassificationValues } from "./classification-values"

const AGE_MAX = 130

export function ClassificationFields({ control }: { control: Control<ClassificationValues> }) {
  const t = useText()
  return (
    <>
      <TextField
        control={control}
        name="name"
        autoFocus
        label={t("people.classifications.name")}
        hint={t("people.classifications.nameHint")}
      />
      <div className="grid grid-cols-2 items-start gap-4">
        <NumberField
          control={control}
          name="min_age"
          optional
          max={AGE_MAX}
          label={t("people.classifications.minAge")}
          hint={t("people.classifications.minAgeHint")}
        />
        <NumberField
          control={control}
          name="max_age"
          optional
          max={AGE_MAX}
          label={t("people.classifications.maxAge")}
          hint={t("people.classifications.maxAgeHint")}
        />
      </div>
      <SwitchField
        control={control}
        name="requires_proof"
        label={t("people.classifications.requiresProof")}
        hint={t("people.classifications.requiresProofHint")}
      />
      <TextareaField
        control={control}
        name="description"
        optional
        rows={3}
        label={t("people.classifications.description")}
        hint={t("people.classifications.descriptionHint")}
      />
    </>
  )
}
