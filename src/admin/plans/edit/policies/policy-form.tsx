import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { FormDrawer } from "../../../forms/form-drawer"
import { useDecimalSign } from "../../../forms/use-decimal-sign"
import type { Studio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import type { Plan } from "../../types"
import { SoldNote } from "../sold-note"
import { useSavePlan } from "../use-save-plan"
import { CancellationFields } from "./cancellation-fields"
import { HoldFields } from "./hold-fields"
import { policyBody, policyFacts, policySchema, policyValues } from "./policy-values"

interface PolicyFormProps {
  plan: Plan
  studio: Studio
}

/** PLAN-13. */
export function PolicyForm({ plan, studio }: PolicyFormProps) {
  const t = useText()
  const decimal = useDecimalSign()
  const facts = policyFacts(plan, studio)
  const form = useForm({
    resolver: zodResolver(policySchema(t, facts)),
    defaultValues: policyValues(plan, facts, decimal),
  })
  const { control } = form
  const save = useSavePlan(form, {
    plan,
    section: "policies",
    bodyOf: (values) => policyBody(values, facts),
  })
  return (
    <FormDrawer
      title={t("plans.edit.policies.title")}
      description={t("plans.edit.policies.detail")}
      form={form}
      onSubmit={save}
    >
      <SoldNote plan={plan}>{t("plans.edit.policies.sold")}</SoldNote>
      <HoldFields {...{ control, facts }} />
      <CancellationFields {...{ control, facts }} billing={plan.billing} today={studio.today} />
    </FormDrawer>
  )
}
