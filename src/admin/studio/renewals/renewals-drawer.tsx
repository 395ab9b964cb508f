import "./words"
import { zodResolver } from "@hookform/resolvers/zod"
import { RouteDrawer } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { ChoiceField, SwitchField } from "../../forms/choice-fields"
import { FormDrawer } from "../../forms/form-drawer"
import { NumberField, TextField } from "../../forms/text-fields"
import { useSave } from "../../forms/use-save"
import { LoadingDrawer } from "../../people/loading-drawer"
import { useText } from "../../text/use-text"
import {
  type StudioBillingSettings,
  useBillingSettings,
  useSaveBillingSettings,
} from "../queries/billing-settings"
import { BillingDayExample } from "./billing-day-example"
import { renewalSchema, type RenewalValues, renewalValues, settingsOf } from "./renewal-values"

/** Retries, grace and what follows it, reminders, and whether renewals may be paid by hand (BILL-3, SALE-12). */
export function RenewalsDrawer() {
  const t = useText()
  const settings = useBillingSettings()
  return (
    <RouteDrawer>
      {settings.data ? (
        <RenewalsForm settings={settings.data} />
      ) : (
        <LoadingDrawer title={t("renewals.form.title")} queries={[settings]} />
      )}
    </RouteDrawer>
  )
}

function RenewalsForm({ settings }: { settings: StudioBillingSettings }) {
  const t = useText()
  const { mutateAsync } = useSaveBillingSettings()
  const form = useForm<RenewalValues>({
    resolver: zodResolver(useMemo(() => renewalSchema(t), [t])),
    defaultValues: renewalValues(settings),
  })
  const onSubmit = useSave(form, {
    save: async (values) => mutateAsync(settingsOf(values)),
    saved: t("renewals.form.saved"),
  })
  const { control } = form
  return (
    <FormDrawer
      title={t("renewals.form.title")}
      description={t("renewals.form.detail")}
      form={form}
      onSubmit={onSubmit}
    >
      <TextField
        {...{ control, name: "retry_days" }}
        label={t("renewals.form.retries")}
        hint={t("renewals.form.retriesHint")}
        optional
      />
      <NumberField
        {...{ control, name: "grace_days" }}
        label={t("renewals.form.grace")}
        unit={t("renewals.form.graceUnit")}
        hint={t("renewals.form.graceHint")}
        max={365}
      />
      <ChoiceField
        {...{ control, name: "then" }}
        label={t("renewals.form.then")}
        options={[
          { value: "suspend", label: t("renewals.form.suspend"), detail: t("renewals.form.suspendDetail") },
          { value: "cancel", label: t("renewals.form.cancel"), detail: t("renewals.form.cancelDetail") },
        ]}
      />
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("renewals.form.atOnce")}
      </Text>
      <TextField
        {...{ control, name: "remind_days_before" }}
        label={t("renewals.form.remind")}
        hint={t("renewals.form.remindHint")}
        optional
      />
      <SwitchField
        {...{ control, name: "allow_manual_renewals" }}
        label={t("renewals.form.manual")}
        hint={t("renewals.form.manualHint")}
      />
      <NumberField
        {...{ control, name: "common_billing_day" }}
        label={t("renewals.form.billingDay")}
        hint={t("renewals.form.billingDayHint")}
        min={1}
        max={28}
        optional
      />
      <BillingDayExample control={control} />
    </FormDrawer>
  )
}
