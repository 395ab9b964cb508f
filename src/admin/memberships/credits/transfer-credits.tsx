import { useForm } from "react-hook-form"
import { SelectField } from "../../forms/choice-fields"
import { NumberField } from "../../forms/text-fields"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { holderOf } from "../detail/seat-groups"
import { CreditDrawer, type CreditDialogProps } from "./credit-drawer"
import { useCreditNames } from "./credit-names"
import { isOpen } from "./open-grants"

/** Credits of one seat, or of all, to the member on another (CREDIT-8). */
export function TransferCredits({ membership, credits }: CreditDialogProps) {
  const t = useText()
  const names = useCreditNames(membership)
  const form = useForm<{ grant_id: string; credits: number | null; to_seat_id: string; reason: string }>({
    defaultValues: { grant_id: "", credits: null, to_seat_id: "", reason: "" },
  })
  const { grant_id, credits: count, to_seat_id } = useValues(form)
  const grants = credits.grants.filter((each) => isOpen(each) && each.available > 0)
  const grant = grants.find(({ id }) => id === grant_id)
  const body = {
    ...{ grant_id, credits: count, to_seat_id },
    ...{ seat_id: grant?.seat_id ?? null, service_id: grant?.service_ids?.[0] ?? null },
  }
  const request =
    grant && count && to_seat_id
      ? { path: `/admin/memberships/${membership.id}/credits/transfer`, body }
      : null
  const seats = membership.seats.filter((seat) => holderOf(seat) !== null && seat.id !== grant?.seat_id)
  return (
    <CreditDrawer {...{ membership, form, request }} verb="transfer" needsReason={false}>
      <SelectField
        control={form.control}
        name="grant_id"
        label={t("credits.fields.from")}
        placeholder={t("credits.fields.choose")}
        options={grants.map((each) => ({
          value: each.id,
          label: `${names.scope(each)} (${each.available})`,
        }))}
      />
      <NumberField control={form.control} name="credits" min={1} label={t("credits.fields.credits")} />
      <SelectField
        control={form.control}
        name="to_seat_id"
        label={t("credits.fields.to_seat")}
        placeholder={t("credits.fields.choose")}
        options={seats.map(({ id }) => ({ value: id, label: names.seat(id) }))}
      />
    </CreditDrawer>
  )
}
