import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { useForm, useWatch } from "react-hook-form"
import { FormDrawer } from "../../../forms/form-drawer"
import { AllOrListField } from "../../../forms/list-fields"
import { NumberField } from "../../../forms/text-fields"
import type { Studio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import type { Plan } from "../../types"
import { serviceOptions } from "../service-options"
import { SoldNote } from "../sold-note"
import { useSavePlan } from "../use-save-plan"
import { CreditFields } from "./credit-fields"
import { entitlementBody, entitlementParts, entitlementSchema, entitlementValues } from "./entitlement-values"
import { ExchangeFields } from "./exchange-fields"
import { RolloverFields } from "./rollover-fields"

interface EntitlementFormProps {
  plan: Plan
  studio: Studio
}

/** PLAN-4, PLAN-5, PLAN-7. */
export function EntitlementForm({ plan, studio }: EntitlementFormProps) {
  const t = useText()
  const form = useForm({
    resolver: zodResolver(entitlementSchema(t, plan)),
    defaultValues: entitlementValues(plan),
  })
  const { control } = form
  const [entitlement, services] = useWatch({ control, name: ["entitlement", "services"] })
  const options = serviceOptions(studio.services, plan.services ?? [])
  const parts = entitlementParts({ entitlement }, plan)
  const save = useSavePlan(form, {
    plan,
    section: "entitlement",
    bodyOf: (values) => entitlementBody(values, plan),
  })
  return (
    <FormDrawer
      title={t("plans.edit.entitlement.title")}
      description={t("plans.edit.entitlement.detail")}
      form={form}
      onSubmit={save}
    >
      <SoldNote plan={plan}>{t("plans.edit.entitlement.sold")}</SoldNote>
      <CreditFields {...{ control, parts }} />
      <AllOrListField
        {...{ control }}
        name="services"
        all={t("plans.edit.entitlement.allServices")}
        allHint={t("plans.edit.entitlement.allServicesHint")}
        isAll={services.all}
        label={t("plans.edit.entitlement.services")}
        hint={t("plans.edit.entitlement.servicesHint")}
        options={options}
      />
      {parts.exchange && <ExchangeFields {...{ control, services: studio.services }} />}
      {parts.rollover && <RolloverFields {...{ control }} />}
      <NumberField
        {...{ control }}
        name="guest_passes"
        label={t("plans.edit.entitlement.guests")}
        hint={t("plans.edit.entitlement.guestsHint")}
      />
    </FormDrawer>
  )
}
