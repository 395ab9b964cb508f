import { zodResolver } from "@hookform/resolvers/zod"
import { Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { readAmount } from "../../forms/amount-text"
import { ChoiceField, SwitchField } from "../../forms/choice-fields"
import { TextField } from "../../forms/text-fields"
import { ApiError } from "../../platform/api"
import { useFormat } from "../../text/use-format"
import { useValues } from "../../forms/use-values"
import { useText } from "../../text/use-text"
import { type SeatRequest, useSeatPreview } from "../queries/seats"
import type { SeatOptions } from "../types"
import { daysAfter } from "./days-after"
import { useHoldRules } from "./use-hold-rules"
import { useSeatNames } from "./seat-context"
import { useSettled } from "./use-settled"
import { pathOf, reasonOf, type SeatDialogProps, VerbDrawer } from "./verb-drawer"

interface HoldValues {
  starts_on: string
  resumes_on: string
  kind: "hold" | "payment_holiday"
  fee: string
  merge: boolean
  reason: string
}

function holdRequest(values: HoldValues, { seat, membership }: SeatDialogProps): SeatRequest | null {
  const { starts_on, resumes_on, kind, merge } = values
  const read = readAmount(values.fee, membership.currency_code)
  if (starts_on === "" || read.kind === "unreadable") return null
  const fee = read.kind === "amount" ? read.amount : null
  const body = { starts_on, resumes_on: resumes_on || null, kind, fee, merge, reason: reasonOf(values) }
  return { path: pathOf("hold", seat), body }
}

/** A month, where the plan asks for an end; else it lasts until somebody ends it. */
function usualEnd({ earliest_on, min_days, max_days }: SeatOptions["hold"]): string {
  return max_days === null ? "" : daysAfter(earliest_on, Math.max(min_days ?? 1, Math.min(30, max_days)))
}

/** Puts a seat, or all of them, on hold (HOLD-1, HOLD-2). */
export function HoldSeats(dialog: SeatDialogProps) {
  const t = useText()
  const format = useFormat()
  const { membership, options, seat } = dialog
  const { currency_code } = membership
  const names = useSeatNames(membership)
  const isAmount = (text: string) => readAmount(text, currency_code).kind !== "unreadable"
  const form = useForm<HoldValues>({
    defaultValues: {
      ...{ starts_on: options.hold.earliest_on, resumes_on: usualEnd(options.hold) },
      ...{ kind: "hold", fee: "", merge: false, reason: "" },
    },
    mode: "onChange",
    resolver: zodResolver(
      z.object({
        starts_on: z.string().min(1, t("forms.required")),
        resumes_on: z.string(),
        kind: z.enum(["hold", "payment_holiday"]),
        fee: z.string().refine(isAmount, t("forms.amount")),
        merge: z.boolean(),
        reason: z.string(),
      })
    ),
  })
  const values = useValues(form)
  const request = holdRequest(values, dialog)
  const { refusal, isLoading } = useSeatPreview(membership.id, request)
  const isOverlap = useSettled(refusal instanceof ApiError && refusal.code === "hold_overlaps", !isLoading)
  const date = values.starts_on && format.day(values.starts_on)
  const { control } = form
  return (
    <VerbDrawer
      {...{ dialog, form, request }}
      title={t(seat ? "seating.hold.title" : "seating.hold.titleAll")}
      submitText={t("seating.hold.submit")}
      done={() =>
        seat
          ? t("seating.hold.done", { date, seat: names.seatWith(seat.id) })
          : t("seating.hold.doneAll", { date })
      }
    >
      <HoldRules options={options} />
      <TextField control={control} name="starts_on" type="date" label={t("seating.hold.starts_on")} />
      <TextField
        control={control}
        name="resumes_on"
        type="date"
        optional
        label={t("seating.hold.resumes_on")}
        hint={t("seating.hold.resumes_onHint")}
      />
      <ChoiceField
        control={control}
        name="kind"
        label={t("seating.hold.kind")}
        options={(["hold", "payment_holiday"] as const).map((value) => ({
          ...{ value, label: t(`seating.hold.${value}`), detail: t(`seating.hold.${value}Detail`) },
        }))}
      />
      <TextField
        control={control}
        name="fee"
        optional
        label={t("seating.hold.fee", { currency: currency_code.toUpperCase() })}
        hint={t("seating.hold.feeHint", { amount: format.money(options.hold.fee, currency_code) })}
      />
      {(isOverlap || values.merge) && (
        <SwitchField
          control={control}
          name="merge"
          label={t("seating.hold.merge")}
          hint={t("seating.hold.mergeHint")}
        />
      )}
    </VerbDrawer>
  )
}

function HoldRules({ options }: Pick<SeatDialogProps, "options">) {
  const t = useText()
  const rules = useHoldRules(options)
  return (
    <Text size="small" className="text-ui-fg-subtle text-pretty">
      {t("seating.hold.limits", { rules: rules.join(" · ") })}
    </Text>
  )
}
