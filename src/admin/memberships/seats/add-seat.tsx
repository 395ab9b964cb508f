import "../../charts/words"
import { Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { ChoiceField, type Option } from "../../forms/choice-fields"
import { TextareaField } from "../../forms/text-fields"
import { useValues } from "../../forms/use-values"
import { ChooseOne } from "../../people/choose/choose-one"
import { type Found, MEMBERS } from "../../people/choose/sources"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { SeatAnswer, SeatRequest } from "../queries/seats"
import { PAYMENTS, type SaleDraft } from "../sell/sale-draft"
import { draftOrdersOf } from "../sell/sale-queries"
import type { NextSeat, SeatOptions } from "../types"
import { reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

interface AddValues {
  /** The place of a classification in `next_seats`. */
  which: string
  member: Found | null
  payment: SaleDraft["payment"]
  draft_order: Found | null
  note: string
  reason: string
}

const isLeft = ({ amount }: NextSeat) => amount !== null

function addRequest(values: AddValues, { next_seats }: Pick<SeatOptions, "next_seats">): SeatRequest | null {
  const { member, payment, draft_order, which } = values
  const chosen = which === "" ? undefined : next_seats[Number(which)]
  if ((!member && !chosen) || (payment === "existing" && !draft_order)) return null
  return {
    path: "/seats",
    body: {
      ...(member
        ? { people: [{ member_id: member.id }] }
        : { seats: [{ classification_id: chosen?.classification_id ?? null, count: 1 }] }),
      payment: payment === "existing" ? "draft_order" : payment,
      ...(payment === "existing" ? { draft_order_id: draft_order?.id } : {}),
      ...{ note: values.note.trim() || undefined, reason: reasonOf(values) },
    },
  }
}

/** Sells one more seat, from the membership's own price chart (SEAT-8). */
export function AddSeat(dialog: SeatDialogProps) {
  const t = useText()
  const { membership, options } = dialog
  const { next_seats } = options
  const form = useForm<AddValues>({
    defaultValues: {
      ...{ which: String(Math.max(0, next_seats.findIndex(isLeft))), member: null },
      ...{ payment: "paid", draft_order: null, note: "", reason: "" },
    },
  })
  const values = useValues(form)
  const { member, payment } = values
  const { customer_id } = membership
  const draftOrders = useMemo(() => draftOrdersOf(customer_id ?? ""), [customer_id])
  const seats = useSeatChoices(dialog)
  const done = ({ order }: SeatAnswer) =>
    order?.is_draft_order ? t("selling.add.drafted", { number: order.display_id }) : t("selling.add.done")
  return (
    <VerbDrawer
      {...{ dialog, form, done }}
      request={next_seats.some(isLeft) ? addRequest(values, options) : null}
      names={{ members: new Map(member ? [[member.id, member.name]] : []) }}
      title={t("selling.add.title")}
      submitText={t(
        payment === "draft_order" || payment === "existing"
          ? `selling.submit.${payment}`
          : "selling.add.submit"
      )}
    >
      {next_seats.some(isLeft) ? (
        !member && (
          <ChoiceField control={form.control} name="which" label={t("selling.add.which")} options={seats} />
        )
      ) : (
        <Text size="small" role="status" className="text-ui-fg-subtle">
          {t("selling.add.nothing")}
        </Text>
      )}
      <ChooseOne
        control={form.control}
        name="member"
        source={MEMBERS}
        optional
        label={t("selling.add.member")}
        placeholder={t("selling.add.memberSearch")}
        hint={t("selling.add.memberHint")}
      />
      <ChoiceField
        control={form.control}
        name="payment"
        label={t("selling.add.payment")}
        options={PAYMENTS.map((value) => ({
          ...{ value, label: t(`selling.payment.${value}`) },
          detail: t(value === "existing" ? "selling.payment.existingDetail" : `selling.add.${value}Detail`),
        }))}
      />
      {payment === "existing" && (
        <ChooseOne
          control={form.control}
          name="draft_order"
          source={draftOrders}
          label={t("selling.review.draft")}
          placeholder={t("selling.review.draftSearch")}
        />
      )}
      <TextareaField
        control={form.control}
        name="note"
        rows={2}
        optional
        label={t("selling.review.note")}
        hint={t("selling.review.noteHint")}
      />
    </VerbDrawer>
  )
}

/** What can be added, with its price; of what is used up it is said. */
function useSeatChoices({ membership, options: { next_seats } }: SeatDialogProps): Option[] {
  const t = useText()
  const format = useFormat()
  const names = new Map(membership.seats.map((seat) => [seat.classification_id, seat.classification_name]))
  return next_seats.map(({ classification_id, label, amount }, index) => ({
    value: String(index),
    label: label ?? names.get(classification_id) ?? t("charts.preview.any"),
    detail: amount === null ? t("selling.add.noMore") : format.money(amount, membership.currency_code),
    isDisabled: amount === null,
  }))
}
