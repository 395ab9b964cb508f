import { Button, Prompt, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { ReasonField } from "../../parts/reason-field"
import { useErrorText } from "../../text/use-error-text"
import { type TextKey, useText } from "../../text/use-text"
import { useRecordPayment } from "../queries/memberships"
import type { Membership, Status } from "../types"
import type { Payable } from "./payable"

/** What recording the payment has made of it. An open sale issue leaves it pending (SALE-5). */
const RECORDED: Partial<Record<Status, TextKey>> = {
  active: "payment.recordedActive",
  upcoming: "payment.recordedUpcoming",
  pending: "payment.recordedWaiting",
}

interface RecordPaymentPromptProps {
  membership: Membership
  payable: Payable
  onClose: () => void
}

/** Says what happens, and takes a note for the history. */
export function RecordPaymentPrompt({
  membership: { id, display_id },
  payable: { added_by },
  onClose,
}: RecordPaymentPromptProps) {
  const t = useText()
  const errorText = useErrorText()
  const [note, setNote] = useState("")
  const { mutateAsync, isPending } = useRecordPayment(id)

  const record = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { status } = await mutateAsync({
        note: note.trim() || null,
        ...(added_by ? { order_id: added_by } : {}),
      })
      toast.success(t(added_by ? "payment.recordedSeats" : (RECORDED[status] ?? "payment.recordedOther")))
      onClose()
    } catch (error) {
      // Stays open with the note, for another try; what is not pending any more takes it away.
      toast.error(t("payment.failed"), { description: errorText(error) })
    }
  }

  return (
    <Prompt open onOpenChange={(open) => !open && onClose()} variant="confirmation">
      <Prompt.Content>
        <form onSubmit={record} noValidate>
          <Prompt.Header>
            <Prompt.Title>{t("payment.promptTitle")}</Prompt.Title>
            <Prompt.Description>
              {t(added_by ? "payment.promptSeats" : "payment.promptDetail", { number: display_id })}
            </Prompt.Description>
          </Prompt.Header>
          <ReasonField
            label={t("payment.note")}
            hint={t("payment.noteHint")}
            value={note}
            onChange={setNote}
          />
          <Prompt.Footer>
            <Prompt.Cancel type="button">{t("actions.cancel")}</Prompt.Cancel>
            <Button type="submit" size="small" isLoading={isPending}>
              {t("payment.confirm")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
