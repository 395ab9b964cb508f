import { useForm } from "react-hook-form"
import { SelectField } from "../../forms/choice-fields"
import { NumberField } from "../../forms/text-fields"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { CreditDrawer, type CreditDialogProps } from "./credit-drawer"
import { useCreditNames } from "./credit-names"

/** Credits of one service for those of another, at the plan's ratio (CREDIT-8). */
export function ExchangeCredits({ membership, credits }: CreditDialogProps) {
  const t = useText()
  const names = useCreditNames(membership)
  const { exchanges, belongs_to } = credits
  const by_seat = belongs_to === "seat"
  const form = useForm<{ ratio: string; seat_id: string; times: number | null; reason: string }>({
    defaultValues: { ratio: exchanges.length === 1 ? "0" : "", seat_id: "", times: 1, reason: "" },
  })
  const { ratio, seat_id, times } = useValues(form)
  const { from_service_id, to_service_id } = exchanges[Number(ratio || "-1")] ?? {}
  const body = { from_service_id, to_service_id, times, seat_id: by_seat ? seat_id : null }
  const is_complete = from_service_id && times && (!by_seat || seat_id)
  const request = is_complete ? { path: `/admin/memberships/${membership.id}/credits/exchange`, body } : null
  return (
    <CreditDrawer {...{ membership, form, request }} verb="exchange" needsReason={false}>
      <SelectField
        control={form.control}
        name="ratio"
        label={t("credits.fields.ratio")}
        placeholder={t("credits.fields.choose")}
        options={exchanges.map(
          ({ from_credits, from_service_id: from, to_credits, to_service_id: to }, index) => ({
            value: String(index),
            label: t("credits.fields.ratioOption", {
              ...{ from_credits, from: names.services([from]) },
              ...{ to_credits, to: names.services([to]) },
            }),
          })
        )}
      />
      {by_seat && (
        <SelectField
          control={form.control}
          name="seat_id"
          label={t("credits.fields.seat")}
          placeholder={t("credits.fields.choose")}
          options={membership.seats.map(({ id }) => ({ value: id, label: names.seat(id) }))}
        />
      )}
      <NumberField control={form.control} name="times" min={1} label={t("credits.fields.times")} />
    </CreditDrawer>
  )
}
