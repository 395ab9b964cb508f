import type { ReactNode } from "react"
import { type FieldPath, type FieldValues, useWatch, type UseFormReturn } from "react-hook-form"
import { FormDrawer } from "../../forms/form-drawer"
import { TextareaField } from "../../forms/text-fields"
import { useSave } from "../../forms/use-save"
import { Foreseen } from "../../parts/foreseen"
import { useText } from "../../text/use-text"
import { type SeatAnswer, type SeatRequest, useChangeSeats, useSeatPreview } from "../queries/seats"
import type { Membership, Seat, SeatOptions } from "../types"
import { isPolicy, lacksReason } from "./refusals"
import { type MoreNames, useSeatSentences } from "./seat-context"
import { useSettled } from "./use-settled"
import { SeatRefusal } from "./seat-refusal"

/** What every dialog about seats is opened with. */
export interface SeatDialogProps {
  membership: Membership
  options: SeatOptions
  /** null is about the whole membership. */
  seat: Seat | null
}

interface VerbDrawerProps<Values extends FieldValues> {
  dialog: SeatDialogProps
  title: string
  submitText: string
  closeText?: string
  isDestructive?: boolean
  form: UseFormReturn<Values>
  /** What the form asks for as it stands; null while something is missing. */
  request: SeatRequest | null
  names?: MoreNames
  /** The toast. */
  done: (answer: SeatAnswer) => string
  /** Where it leads afterwards, when not back to the page. */
  to?: string
  children?: ReactNode
}

/** The reason of a form, as it is sent. */
export const reasonOf = ({ reason }: { reason: string }) => reason.trim() || null

/** Of a verb on the seat that the dialog is about, or on the whole membership. */
export const pathOf = (verb: string, seat: Seat | null) => (seat ? `/seats/${seat.id}/${verb}` : `/${verb}`)

/** A verb's form with what it would do, and a reason that goes past the plan's rules. Every form has a `reason`. */
export function VerbDrawer<Values extends FieldValues & { reason: string }>(props: VerbDrawerProps<Values>) {
  const t = useText()
  const { dialog, form, request, names, done, to, children, ...frame } = props
  const { membership, options, seat } = dialog
  const { mutateAsync } = useChangeSeats(membership.id)
  const preview = useSeatPreview(membership.id, request)
  const sentences = useSeatSentences(membership, options, names)
  const reasonField = "reason" as FieldPath<Values>
  const reason = useWatch({ control: form.control, name: reasonField }) as string
  const isSettled = !preview.isLoading && reason === ""
  const goesPast = useSettled(isPolicy(preview.refusal), isSettled)
  const isReasonNeeded = useSettled(lacksReason(preview.refusal), isSettled)
  const save = useSave(form, {
    save: async () => mutateAsync(request!),
    saved: done,
    ...(to === undefined ? {} : { to: () => to }),
  })
  return (
    <FormDrawer
      title={frame.title}
      description={
        seat
          ? sentences.seat(seat.id)
          : t("seating.whole", { number: membership.display_id, plan: membership.plan.name })
      }
      submitText={frame.submitText}
      closeText={frame.closeText}
      isDestructive={frame.isDestructive}
      form={form}
      isBlocked={preview.answer === null}
      onSubmit={save}
    >
      {children}
      <Foreseen
        lines={preview.answer && sentences.told(preview.answer)}
        refusal={preview.refusal}
        refused={
          preview.refusal && (
            <SeatRefusal error={preview.refusal} lines={sentences.refusal(preview.refusal)} />
          )
        }
        incomplete={request ? null : t("seating.preview.incomplete")}
      />
      <TextareaField
        control={form.control}
        name={reasonField}
        rows={2}
        optional={!goesPast && !isReasonNeeded}
        label={t(goesPast ? "seating.reasonNeeded" : "seating.reason")}
        hint={t("seating.reasonHint")}
      />
    </FormDrawer>
  )
}
