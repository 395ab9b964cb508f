import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { FormDrawer } from "../../../forms/form-drawer"
import { TextareaField, TextField } from "../../../forms/text-fields"
import { useDecimalSign } from "../../../forms/use-decimal-sign"
import type { Studio } from "../../../platform/studio"
import { useText } from "../../../text/use-text"
import { RevenueCategoryField } from "../../list/revenue-category-field"
import type { Plan } from "../../types"
import { SoldNote } from "../sold-note"
import { useSavePlan } from "../use-save-plan"
import { BillingFields } from "./billing-fields"
import { IntroductoryFields } from "./introductory-fields"
import { PlacesFields } from "./places-fields"
import { saleBody, type SaleFacts, saleSchema, saleValues } from "./sale-values"

interface SaleFormProps {
  plan: Plan
  studio: Studio
}

export function SaleForm({ plan, studio }: SaleFormProps) {
  const t = useText()
  const decimal = useDecimalSign()
  const facts: SaleFacts = {
    plan,
    currency_codes: studio.currency_codes,
    common_billing_day: studio.common_billing_day,
  }
  const form = useForm({
    resolver: zodResolver(saleSchema(t, facts)),
    defaultValues: saleValues(plan, studio, decimal),
  })
  const { control } = form
  const save = useSavePlan(form, { plan, section: "sale", bodyOf: (values) => saleBody(values, facts) })
  return (
    <FormDrawer
      title={t("plans.edit.sale.title")}
      description={t("plans.edit.sale.detail")}
      form={form}
      onSubmit={save}
    >
      <SoldNote plan={plan}>{t("plans.edit.sale.sold")}</SoldNote>
      <TextField {...{ control }} name="name" label={t("plans.edit.sale.name")} />
      <TextField
        {...{ control }}
        name="handle"
        label={t("plans.edit.sale.handle")}
        hint={t("plans.edit.sale.handleHint")}
      />
      <TextareaField {...{ control }} name="description" label={t("plans.edit.sale.description")} optional />
      <TextField
        {...{ control }}
        name="image"
        type="url"
        label={t("plans.edit.sale.image")}
        hint={t("plans.edit.sale.imageHint")}
        optional
      />
      <RevenueCategoryField {...{ control }} name="revenue_category" optional />
      <BillingFields {...{ control, facts }} />
      <PlacesFields {...{ control, facts, studio }} />
      <IntroductoryFields {...{ control, studio }} planId={plan.id} />
    </FormDrawer>
  )
}
