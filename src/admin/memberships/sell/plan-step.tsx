import { Form } from "@medusajs/dashboard/components"
import { Badge, RadioGroup, Text } from "@medusajs/ui"
import { ComboboxField } from "../../forms/choice-fields"
import { StepTitle } from "../../plans/create/step-title"
import { billingText } from "../../plans/detail/plan-words"
import { useText } from "../../text/use-text"
import type { StepProps } from "./sell-form"

/** So many plans are seen at once; more are searched. */
const SEEN = 12

export function PlanStep({ form: { control }, studio, plan }: StepProps) {
  const t = useText()
  const plans = studio.plans.filter(({ status }) => status === "active")
  return (
    <>
      <StepTitle title={t("selling.plan.title")} hint={t("selling.plan.hint")} />
      {plans.length > SEEN ? (
        <ComboboxField
          control={control}
          name="plan_id"
          label={t("selling.plan.label")}
          placeholder={t("selling.plan.search")}
          options={plans.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <Form.Field
          control={control}
          name="plan_id"
          render={({ field: { value, ref, onChange } }) => (
            <Form.Item>
              <RadioGroup
                ref={ref}
                aria-label={t("selling.plan.label")}
                value={value}
                onValueChange={onChange}
                className="grid grid-cols-1 gap-3 md:grid-cols-2"
              >
                {plans.map(({ id, name, kind, audience }) => (
                  <RadioGroup.ChoiceBox
                    key={id}
                    value={id}
                    label={name}
                    description={`${t(`kind.${kind}`)} · ${t(`audience.${audience}`)}`}
                    className="[&>div:first-child]:shrink-0"
                  />
                ))}
              </RadioGroup>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      )}
      {plans.length === 0 && (
        <Text size="small" role="status" className="text-ui-fg-subtle">
          {t("selling.plan.none")}
        </Text>
      )}
      {plan && (
        <div className="flex flex-wrap items-center gap-2" role="status">
          <Text size="small" leading="compact" weight="plus">
            {plan.name}
          </Text>
          <Badge size="2xsmall">{billingText(plan.billing, t)}</Badge>
          <Badge size="2xsmall">{t(`selling.starts.${plan.starts}`)}</Badge>
          {plan.terms && <Badge size="2xsmall">{t("selling.plan.hasTerms")}</Badge>}
        </div>
      )}
    </>
  )
}
