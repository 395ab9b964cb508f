import { useForm } from "react-hook-form"
import { SelectField } from "../../forms/choice-fields"
import { NumberField, TextField } from "../../forms/text-fields"
import { useValues } from "../../forms/use-values"
import { serviceOptions } from "../../plans/edit/service-options"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { daysAfter } from "../seats/days-after"
import { CreditDrawer, type CreditDialogProps } from "./credit-drawer"
import { useCreditNames } from "./credit-names"

const ALL = "all"

interface Values {
  credits: number | null
  seat_id: string
  service_id: string
  last_on: string
  reason: string
}

/** Credits beside what the plan gives. */
export function GiveCredits({ membership, credits }: CreditDialogProps) {
  const t = useText()
  const names = useCreditNames(membership)
  const { data: studio } = useStudio()
  const form = useForm<Values>({
    defaultValues: { credits: null, seat_id: ALL, service_id: ALL, last_on: "", reason: "" },
  })
  const { credits: count, seat_id, service_id, last_on } = useValues(form)
  const body = {
    credits: count,
    seat_id: seat_id === ALL ? null : seat_id,
    service_ids: service_id === ALL ? null : [service_id],
    // The form asks for the last day, the server for the first day without them.
    expires_on: last_on ? daysAfter(last_on, 1) : null,
  }
  const request = count ? { path: `/admin/memberships/${membership.id}/credits/adjust`, body } : null
  const named = credits.balances.flatMap(({ service_ids }) => service_ids ?? [])
  const services = serviceOptions(studio?.services ?? [], named)
  const seats = membership.seats.map(({ id }) => ({ value: id, label: names.seat(id) }))
  return (
    <CreditDrawer {...{ membership, form, request }} verb="give" needsReason>
      <NumberField control={form.control} name="credits" min={1} label={t("credits.fields.credits")} />
      {seats.length > 1 && (
        <SelectField
          control={form.control}
          name="seat_id"
          label={t("credits.fields.seat")}
          options={[{ value: ALL, label: t("credits.allSeats") }, ...seats]}
        />
      )}
      {services.length > 0 && (
        <SelectField
          control={form.control}
          name="service_id"
          label={t("credits.fields.service")}
          options={[{ value: ALL, label: t("credits.everything") }, ...services]}
        />
      )}
      <TextField
        control={form.control}
        name="last_on"
        type="date"
        optional
        label={t("credits.fields.last_on")}
        hint={t("credits.fields.last_onHint")}
      />
    </CreditDrawer>
  )
}
