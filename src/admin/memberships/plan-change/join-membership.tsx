import "./words"
import { InlineTip } from "@medusajs/ui"
import { useEffect, useMemo, useState } from "react"
import { useForm, type UseFormReturn } from "react-hook-form"
import { ChoiceField, type Option, SelectField } from "../../forms/choice-fields"
import { FormDrawer } from "../../forms/form-drawer"
import { TextareaField } from "../../forms/text-fields"
import { useSave } from "../../forms/use-save"
import { useValues } from "../../forms/use-values"
import { Foreseen } from "../../parts/foreseen"
import { ChooseOne } from "../../people/choose/choose-one"
import type { Found } from "../../people/choose/sources"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { joinableBy, type JoinOption, type JoinRequest, type JoinSeat, useJoin, useJoinOption, useJoinPreview } from "../queries/join"
import type { SeatDialogProps } from "../seats/verb-drawer"
import { joinLines } from "./join-lines"

interface Values {
  to: Found | null
  /** The place of a seat in the list. */
  seat: string
  payer: string
  when: "now" | "renewal"
  reason: string
}

function requestOf({ to, seat, payer, when, reason }: Values, option: JoinOption | null): JoinRequest | null {
  const chosen = option?.seats[Number(seat)]
  if (!to || option?.membership_id !== to.id || seat === "" || !chosen) return null
  const { seat_id, classification_id, is_paid_for } = chosen
  return {
    ...{ membership_id: to.id, seat_id, classification_id: seat_id ? null : classification_id },
    ...{ payer_customer_id: is_paid_for ? null : payer || null, when, reason: reason.trim() || null },
  }
}

const isOpen = ({ refusal, is_paid_for, amount }: JoinSeat) => refusal === null && (is_paid_for || amount !== null)

/** From a plan of one's own to a seat of a shared membership, with what it costs before it is done (BILL-10). */
export function JoinMembership({ membership }: SeatDialogProps) {
  const t = useText()
  const format = useFormat()
  const form = useForm<Values>({ defaultValues: { to: null, seat: "", payer: "", when: "now", reason: "" } })
  const values = useValues(form)
  const option = useJoinOption(membership.id, values.to?.id ?? null).data
  useFirstOpen(form, option ?? null)
  const request = requestOf(values, option ?? null)
  const preview = useJoinPreview(membership.id, request)
  const { mutateAsync } = useJoin(membership.id)
  // One for as long as the drawer is open: sent twice, it is done once.
  const [key] = useState(() => crypto.randomUUID())
  const save = useSave(form, {
    save: async () => mutateAsync({ ...request!, key: `${key}:${JSON.stringify(request)}` }),
    saved: ({ when, joins, changes_on }) =>
      when === "now"
        ? t("planChange.join.done", { number: joins.display_id })
        : t("planChange.join.donePlanned", { number: joins.display_id, date: format.day(changes_on) }),
  })
  const planned = membership.planned_plan_change
  const isBlocked = preview.join === null || Boolean(planned)
  return (
    <FormDrawer
      title={t("planChange.join.title")}
      description={t("seating.whole", { number: membership.display_id, plan: membership.plan.name })}
      submitText={t(values.when === "renewal" ? "planChange.submitPlanned" : "planChange.join.submit")}
      form={form}
      isBlocked={isBlocked}
      // The keyboard submits past a button that is not enabled.
      onSubmit={(event) => (isBlocked ? event.preventDefault() : void save(event))}
    >
      {planned && (
        <InlineTip variant="warning" label={t("planChange.planned.title")}>
          {t("planChange.waiting", { plan: planned.plan.name, date: format.day(planned.changes_on) })}
        </InlineTip>
      )}
      <Fields form={form} id={membership.id} option={values.to ? option : undefined} />
      <WhatItMeans preview={preview} isAsked={request !== null} />
      <TextareaField
        control={form.control}
        name="reason"
        rows={2}
        optional
        label={t("planChange.fields.reason")}
        hint={t("planChange.fields.reasonHint")}
      />
    </FormDrawer>
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
  const ways = (["now", "renewal"] as const).map((value): Option => ({
    ...{ value, label: t(`planChange.fields.${value}`), detail: t(`planChange.join.fields.${value}Detail`) },
  }))
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
        <InlineTip variant="warning" label={t("planChange.preview.refused")}>
          {t("planChange.join.noSeat")}
        </InlineTip>
      )}
      {seats.length > 0 && (
        <ChoiceField control={form.control} name="seat" label={t("planChange.join.fields.seat")} options={seats} isStacked />
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
  if (!option) return []
  return option.seats.map((seat, index) => ({
    value: String(index),
    label: seat.sequence === null ? t("planChange.join.seat.new", { label: seat.label }) : seat.label,
    detail: detailOf(seat, option.currency_code),
    isDisabled: !isOpen(seat),
  }))

  function detailOf({ refusal, is_theirs, is_paid_for, amount }: JoinSeat, currency_code: string): string {
    if (is_theirs) return t("planChange.join.seat.theirs")
    if (refusal) return refusal.message
    if (is_paid_for) return t("planChange.join.seat.empty")
    return amount === null ? t("planChange.join.seat.none") : t("planChange.join.seat.price", { amount: format.money(amount, currency_code) })
  }
}

interface WhatItMeansProps {
  preview: ReturnType<typeof useJoinPreview>
  isAsked: boolean
}

function WhatItMeans({ preview: { join, refusal }, isAsked }: WhatItMeansProps) {
  const t = useText()
  const format = useFormat()
  const waiting = t(isAsked ? "planChange.preview.loading" : "planChange.join.incomplete")
  return (
    <Foreseen
      title={t("planChange.preview.title")}
      refusedTitle={t("planChange.preview.refused")}
      refusal={refusal}
      lines={join ? joinLines(join, { t, format }) : [waiting]}
      isKnown={Boolean(join)}
    />
  )
}
