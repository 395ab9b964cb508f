import "./words"
import { InlineTip } from "@medusajs/ui"
import { useEffect, useMemo } from "react"
import { useForm, type UseFormReturn } from "react-hook-form"
import { ChoiceField, type Option, SelectField } from "../../forms/choice-fields"
import { useSave } from "../../forms/use-save"
import { useValues } from "../../forms/use-values"
import { ChooseOne } from "../../people/choose/choose-one"
import type { Found } from "../../people/choose/sources"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import {
  joinableBy,
  type JoinOption,
  type JoinRequest,
  type JoinSeat,
  useJoin,
  useJoinOption,
  useJoinPreview,
} from "../queries/join"
import { reasonOf, type SeatDialogProps } from "../seats/verb-drawer"
import { useMisfitText } from "../seats/use-misfit-text"
import { joinLines } from "./join-lines"
import { PlanChangeDrawer, useWays, WAYS } from "./plan-change-drawer"

interface Values {
  to: Found | null
  /** The place of a seat in the list. */
  seat: string
  payer: string
  when: (typeof WAYS)[number]
  reason: string
}

function requestOf(
  { to, seat, payer, when, ...rest }: Values,
  option: JoinOption | null
): JoinRequest | null {
  const chosen = option?.seats[Number(seat)]
  if (!to || option?.membership_id !== to.id || seat === "" || !chosen) return null
  const { seat_id, classification_id, is_paid_for } = chosen
  return {
    ...{ membership_id: to.id, seat_id, classification_id: seat_id ? null : classification_id },
    ...{ payer_customer_id: is_paid_for ? null : payer || null, when, reason: reasonOf(rest) },
  }
}

const isOpen = ({ refusal, is_paid_for, amount }: JoinSeat) =>
  refusal === null && (is_paid_for || amount !== null)

/** From a plan of one's own to a seat of a shared membership (BILL-10). */
export function JoinMembership({ membership }: SeatDialogProps) {
  const t = useText()
  const format = useFormat()
  const form = useForm<Values>({ defaultValues: { to: null, seat: "", payer: "", when: "now", reason: "" } })
  const values = useValues(form)
  const option = useJoinOption(membership.id, values.to?.id ?? null).data
  useFirstOpen(form, option ?? null)
  const request = requestOf(values, option ?? null)
  const { mutateAsync } = useJoin(membership.id)
  const save = useSave(form, {
    save: async () => mutateAsync(request!),
    saved: ({ when, joins, changes_on }) =>
      when === "now"
        ? t("planChange.join.done", { number: joins.display_id })
        : t("planChange.join.donePlanned", { number: joins.display_id, date: format.day(changes_on) }),
  })
  return (
    <PlanChangeDrawer
      {...{ membership, form }}
      planned={membership.planned_plan_change ?? null}
      title={t("planChange.join.title")}
      submitText={t(values.when === "renewal" ? "planChange.submitPlanned" : "planChange.join.submit")}
      onSubmit={save}
      preview={useJoinPreview(membership.id, request)}
      linesOf={(join) => joinLines(join, { t, format })}
      incomplete={request ? null : t("planChange.join.incomplete")}
    >
      <Fields form={form} id={membership.id} option={values.to ? option : undefined} />
    </PlanChangeDrawer>
  )
}

/** With another membership, the first seat that they can take is chosen, and whoever bought it pays. */
function useFirstOpen(form: UseFormReturn<Values>, option: JoinOption | null) {
  useEffect(() => {
    const at = option ? option.seats.findIndex(isOpen) : -1
    form.setValue("seat", at < 0 ? "" : String(at))
    form.setValue("payer", option?.payers[0]?.customer_id ?? "")
  }, [form, option])
}

interface FieldsProps {
  form: UseFormReturn<Values>
  id: string
  /** null cannot be joined; undefined is not known. */
  option: JoinOption | null | undefined
}

function Fields({ form, id, option }: FieldsProps) {
  const t = useText()
  const source = useMemo(() => joinableBy(id), [id])
  const { seat } = useValues(form)
  const seats = useSeatChoices(option ?? null)
  const isNew = option?.seats[Number(seat)]?.is_paid_for === false
  const ways = useWays(WAYS, (when) => t(`planChange.join.fields.${when}Detail`))
  return (
    <>
      <ChooseOne
        control={form.control}
        name="to"
        source={source}
        label={t("planChange.join.fields.to")}
        placeholder={t("planChange.join.fields.search")}
        hint={t("planChange.join.fields.toHint")}
      />
      {option !== undefined && seats.length === 0 && (
        <InlineTip variant="warning" label={t("foreseen.refused")}>
          {t("planChange.join.noSeat")}
        </InlineTip>
      )}
      {seats.length > 0 && (
        <ChoiceField
          control={form.control}
          name="seat"
          label={t("planChange.join.fields.seat")}
          options={seats}
          isStacked
        />
      )}
      {isNew && option.payers.length > 1 && (
        <SelectField
          control={form.control}
          name="payer"
          label={t("planChange.join.fields.payer")}
          options={option.payers.map(({ customer_id: value, name }) => ({ value, label: name ?? value }))}
          hint={t("planChange.join.fields.payerHint")}
        />
      )}
      <ChoiceField control={form.control} name="when" label={t("planChange.fields.when")} options={ways} />
    </>
  )
}

function useSeatChoices(option: JoinOption | null): Option[] {
  const t = useText()
  const format = useFormat()
  const misfitOf = useMisfitText()
  if (!option) return []
  return option.seats.map((seat, index) => ({
    value: String(index),
    label: seat.sequence === null ? t("planChange.join.seat.new", { label: seat.label }) : seat.label,
    detail: detailOf(seat, option.currency_code),
    isDisabled: !isOpen(seat),
  }))

  function detailOf({ refusal, is_theirs, is_paid_for, amount }: JoinSeat, currency_code: string): string {
    if (is_theirs) return t("planChange.join.seat.theirs")
    if (refusal) return misfitOf(refusal)
    if (is_paid_for) return t("planChange.join.seat.empty")
    return amount === null
      ? t("planChange.join.seat.none")
      : t("planChange.join.seat.price", { amount: format.money(amount, currency_code) })
  }
}
