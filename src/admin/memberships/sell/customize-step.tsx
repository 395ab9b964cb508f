import { useEffect, useRef } from "react"
import { SelectField } from "../../forms/choice-fields"
import { TextareaField, TextField } from "../../forms/text-fields"
import { ChooseOne } from "../../people/choose/choose-one"
import { CUSTOMERS } from "../../people/choose/sources"
import { StepTitle } from "../../plans/create/step-title"
import { useText } from "../../text/use-text"
import { NewCustomer } from "./new-customer"
import { ANYWHERE } from "./sale-draft"
import { useRegions } from "./sale-queries"
import type { StepProps } from "./sell-form"
import { locationsOf } from "./use-plan-choice"

/** For whom, where, and from when. */
export function CustomizeStep({ form, studio, plan }: StepProps) {
  const t = useText()
  const { control } = form
  const ref = useRef<HTMLDivElement>(null)
  const regions = useUsualRegion({ form, studio })
  const places = locationsOf(studio, plan).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <StepTitle title={t("selling.customize.title")} />
      <div ref={ref} tabIndex={-1} className="flex flex-col gap-y-3 outline-none">
        <ChooseOne
          control={control}
          name="customer"
          source={CUSTOMERS}
          label={t("selling.customer.label")}
          placeholder={t("selling.customer.search")}
        />
        {/* The fields that had the focus are gone then. */}
        <NewCustomer form={form} onCreated={() => ref.current?.focus()} />
      </div>
      <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
        <SelectField
          control={control}
          name="region_id"
          label={t("selling.customize.region")}
          hint={t("selling.customize.regionHint")}
          options={regions.map(({ id, name, currency_code }) => ({
            ...{ value: id, label: `${name} (${currency_code.toUpperCase()})` },
          }))}
        />
        <SelectField
          control={control}
          name="location_id"
          label={t("selling.customize.location")}
          // Where it is sold at some places only, it is sold at one of them.
          options={
            plan?.locations.sold_at
              ? places
              : [...places, { value: ANYWHERE, label: t("selling.customize.anywhere") }]
          }
        />
        {plan?.starts === "chosen_date" && (
          <TextField
            control={control}
            name="starts_on"
            type="date"
            label={t("selling.customize.starts_on")}
          />
        )}
      </div>
      <TextareaField
        control={control}
        name="reason"
        rows={2}
        optional
        label={t("selling.customize.reason")}
        hint={t("selling.customize.reasonHint")}
      />
    </>
  )
}

/** The regions; the first one of the store's own currency is taken until staff choose. */
function useUsualRegion({ form, studio }: Pick<StepProps, "form" | "studio">) {
  const { data: regions = [] } = useRegions()
  const usual = regions.find(({ currency_code }) => currency_code === studio.currency_codes[0]) ?? regions[0]
  useEffect(() => {
    if (usual && form.getValues("region_id") === "") form.setValue("region_id", usual.id)
  }, [usual, form])
  return regions
}
