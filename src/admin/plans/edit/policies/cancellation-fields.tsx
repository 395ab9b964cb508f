import { Heading, Hint, Text } from "@medusajs/ui"
import { type Control, useWatch } from "react-hook-form"
import type { PlanBilling } from "../../../../domain/plans/types"
import { NumberField } from "../../../forms/text-fields"
import { useText } from "../../../text/use-text"
import { useCancellationExample } from "./cancellation-example"
import type { PolicyFacts, PolicyValues } from "./policy-values"

interface CancellationFieldsProps {
  control: Control<PolicyValues>
  facts: PolicyFacts
  billing: PlanBilling
  today: string
}

/** CANCEL-4. */
export function CancellationFields({ control, facts, billing, today }: CancellationFieldsProps) {
  const t = useText()
  const example = useCancellationExample()
  const policy = useWatch({ control, name: "cancellation_policy" })
  return (
    <>
      <Heading level="h2">{t("plans.edit.policies.cancellation")}</Heading>
      {facts.recurring ? (
        <NumberField
          {...{ control }}
          name="cancellation_policy.commitment_periods"
          label={t("plans.edit.policies.commitment")}
          unit={t("plans.edit.policies.periods")}
          hint={t("plans.edit.policies.commitmentHint")}
        />
      ) : (
        <Hint>{t("plans.edit.policies.commitmentOnce")}</Hint>
      )}
      <NumberField
        {...{ control }}
        name="cancellation_policy.notice_days"
        label={t("plans.edit.policies.cancelNotice")}
        unit={t("plans.edit.policies.days")}
        hint={t("plans.edit.policies.noticeHint")}
      />
      <Text size="small" className="text-ui-fg-subtle text-pretty" aria-live="polite">
        {example(today, { billing, ...policy })}
      </Text>
    </>
  )
}
