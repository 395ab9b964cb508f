import { Form } from "@medusajs/dashboard/components"
import { RadioGroup } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import type { Studio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { StepTitle } from "./step-title"
import { changedCase, type PlanDraft, USUAL_CASES, type UsualCase } from "./usual-cases"
import { useUsualWords } from "./use-usual-words"

export interface StepProps {
  form: UseFormReturn<PlanDraft>
  studio: Studio
}

export function KindStep({ form, studio }: StepProps) {
  const t = useText()
  const words = useUsualWords()
  const choose = (usual: UsualCase) =>
    form.reset(changedCase(form.getValues(), usual, studio, words), { keepDefaultValues: true })
  return (
    <>
      <StepTitle title={t("plans.create.kindTitle")} hint={t("plans.create.kindHint")} />
      <Form.Field
        control={form.control}
        name="usual"
        render={({ field: { value, ref } }) => (
          <RadioGroup
            ref={ref}
            aria-label={t("plans.create.kindTitle")}
            value={value}
            onValueChange={(usual) => choose(usual as UsualCase)}
            className="grid grid-cols-1 gap-3 md:grid-cols-2"
          >
            {USUAL_CASES.map((usual) => (
              <RadioGroup.ChoiceBox
                key={usual}
                value={usual}
                label={t(`plans.create.usual.${usual}`)}
                description={t(`plans.create.usualHint.${usual}`)}
                className="[&>div:first-child]:shrink-0"
              />
            ))}
          </RadioGroup>
        )}
      />
    </>
  )
}
