import { Text } from "@medusajs/ui"
import { useForm, useWatch } from "react-hook-form"
import { ChoiceField, type Option } from "../../forms/choice-fields"
import { TextField } from "../../forms/text-fields"
import { useFormat } from "../../text/use-format"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { holderOf } from "../detail/seat-groups"
import { type SeatAnswer, useSeatPreview } from "../queries/seats"
import type { SeatEffect } from "../types"
import { cancelRequest, type CancelValues, wayOutRequest } from "./cancel-request"
import { type WaysOut, waysOutOf } from "./refusals"
import { useSeatNames } from "./seat-context"
import { useSettled } from "./use-settled"
import { type SeatDialogProps, VerbDrawer } from "./verb-drawer"
import { WaysOutFields } from "./ways-out-fields"

/** Neither a renewal nor a last day is known, as before the first visit: it ends on a date that somebody says. */
const isEndless = ({ options, membership }: Pick<SeatDialogProps, "options" | "membership">) =>
  options.cancellation.renewal_on === null && membership.ends_on === null

/** Ends a seat, or all of them (CANCEL-1); a required one shows its ways out instead (SEAT-6). */
export function CancelSeats(dialog: SeatDialogProps) {
  const t = useText()
  const { membership, options, seat } = dialog
  const form = useForm<CancelValues>({
    defaultValues: {
      ...{
        at: isEndless(dialog) ? "date" : "renewal",
        on: options.cancellation.earliest_on ?? options.today,
      },
      ...{ way_out: "", reason: "" },
    },
  })
  const values = useValues(form)
  const asked = cancelRequest(values, seat)
  const { refusal, isLoading } = useSeatPreview(membership.id, asked)
  const waysOut = waysOutOf(useSettled(refusal, !isLoading))
  const done = useDone(dialog)
  const leaving = useLeaving(dialog, values, waysOut)
  if (seat && waysOut) {
    return (
      <VerbDrawer
        {...{ dialog, form, done: leaving.done, to: leaving.to }}
        request={wayOutRequest(values, seat, waysOut)}
        title={t("seating.waysOut.title")}
        submitText={t("seating.waysOut.submit")}
        closeText={t("actions.close")}
        isDestructive={values.way_out === "cancel_all"}
      >
        <WaysOutFields {...{ dialog, waysOut }} control={form.control} />
        {values.way_out === "cancel_all" && <WhenFields {...{ dialog, form }} />}
      </VerbDrawer>
    )
  }
  return (
    <VerbDrawer
      {...{ dialog, form, done }}
      request={asked}
      title={t(seat ? "seating.cancel.title" : "seating.cancel.titleAll")}
      submitText={t(seat ? "seating.cancel.submit" : "seating.cancel.submitAll")}
      closeText={t("actions.close")}
      isDestructive
    >
      <WhenFields {...{ dialog, form }} />
    </VerbDrawer>
  )
}

interface WhenFieldsProps {
  dialog: SeatDialogProps
  form: ReturnType<typeof useForm<CancelValues>>
}

function WhenFields({ dialog: { options, membership }, form }: WhenFieldsProps) {
  const t = useText()
  const format = useFormat()
  const { earliest_on, renewal_on } = options.cancellation
  const renewal: Option = {
    value: "renewal",
    label: t(membership.plan.billing.type === "recurring" ? "seating.cancel.renewal" : "seating.cancel.term"),
    detail:
      renewal_on === null
        ? t("seating.cancel.termDetail")
        : t("seating.cancel.renewalDetail", { date: format.lastDay(renewal_on) }),
  }
  const others = (["now", "date"] as const).map((value): Option => ({
    ...{ value, label: t(`seating.cancel.${value}`), detail: t(`seating.cancel.${value}Detail`) },
  }))
  const at = useWatch({ control: form.control, name: "at" })
  return (
    <>
      <ChoiceField
        control={form.control}
        name="at"
        label={t("seating.cancel.when")}
        options={isEndless({ options, membership }) ? others : [renewal, ...others]}
      />
      {at === "date" && (
        <TextField control={form.control} name="on" type="date" label={t("seating.cancel.on")} />
      )}
      <Text size="small" className="text-ui-fg-subtle">
        {earliest_on === null
          ? t("seating.cancel.earliestUnknown")
          : t("seating.cancel.earliest", { date: format.day(earliest_on) })}
      </Text>
    </>
  )
}

const lastEndOf = (effects: readonly SeatEffect[]): string =>
  effects.reduce(
    (last, effect) => ("canceled_on" in effect && effect.canceled_on > last ? effect.canceled_on : last),
    ""
  )

function useDone({ membership, seat }: SeatDialogProps) {
  const t = useText()
  const format = useFormat()
  const names = useSeatNames(membership)
  return ({ effects }: SeatAnswer) => {
    const date = format.lastDay(lastEndOf(effects))
    return seat
      ? t("seating.cancel.done", { date, seat: names.seatWith(seat.id) })
      : t("seating.cancel.doneAll", { date })
  }
}

/** A reorder is half of the way: the dialog goes on with the seat to which the person has moved. */
function useLeaving(dialog: SeatDialogProps, { way_out }: CancelValues, waysOut: WaysOut | null) {
  const t = useText()
  const { membership, seat } = dialog
  const names = useSeatNames(membership)
  const doneAll = useDone({ ...dialog, seat: null })
  const holder = seat && holderOf(seat)
  const order = way_out === "" ? undefined : waysOut?.reorders[Number(way_out)]
  const next = holder && order?.find(({ member_id }) => member_id === holder.id)
  return {
    to: next ? `/memberships/${membership.id}/seats/cancel?seat=${next.seat_id}` : undefined,
    done: (answer: SeatAnswer) => {
      if (next) return t("seating.waysOut.moved", { name: names.member(holder.id) ?? "" })
      return way_out === "leave_empty"
        ? t("seating.unassign.done", { seat: names.seat(seat?.id ?? "") })
        : doneAll(answer)
    },
  }
}
