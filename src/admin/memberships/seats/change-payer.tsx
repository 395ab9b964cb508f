import { useForm } from "react-hook-form"
import { ChoiceField } from "../../forms/choice-fields"
import { ChooseOne } from "../../people/choose/choose-one"
import { CUSTOMERS, type Found } from "../../people/choose/sources"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import type { SeatRequest } from "../queries/seats"
import { liveSeats } from "./seat-actions"
import { pathOf, reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

interface PayerValues {
  payer_customer_id: Found | null
  which: "one" | "all"
  reason: string
}

function payerRequest(
  values: PayerValues,
  { membership, options, seat }: SeatDialogProps
): SeatRequest | null {
  const payer_customer_id = values.payer_customer_id?.id
  if (payer_customer_id === undefined) return null
  const body = { payer_customer_id, reason: reasonOf(values) }
  if (seat && values.which === "one") return { path: pathOf("payer", seat), body }
  const seat_ids = liveSeats(membership.seats, options.today).map(({ id }) => id)
  return { path: "/payer", body: { ...body, seat_ids } }
}

/** Says who pays from the next charge on, for one seat or all of them (SEAT-4). */
export function ChangePayer(dialog: SeatDialogProps) {
  const t = useText()
  const { seat, membership } = dialog
  const form = useForm<PayerValues>({ defaultValues: { payer_customer_id: null, which: "one", reason: "" } })
  const values = useValues(form)
  const chosen = values.payer_customer_id
  return (
    <VerbDrawer
      {...{ dialog, form }}
      request={payerRequest(values, dialog)}
      names={{ payers: new Map(chosen ? [[chosen.id, chosen.name]] : []) }}
      title={t(seat ? "seating.payer.title" : "seating.payer.titleAll")}
      submitText={t("seating.payer.submit")}
      done={() => t("seating.payer.done", { name: chosen?.name ?? "" })}
    >
      <ChooseOne
        control={form.control}
        name="payer_customer_id"
        source={CUSTOMERS}
        label={t("seating.payer.customer")}
        placeholder={t("seating.payer.search")}
        hint={t("seating.payer.hint")}
      />
      {seat && membership.seats.length > 1 && (
        <ChoiceField
          control={form.control}
          name="which"
          label={t("seating.payer.which")}
          options={(["one", "all"] as const).map((value) => ({ value, label: t(`seating.payer.${value}`) }))}
        />
      )}
    </VerbDrawer>
  )
}
