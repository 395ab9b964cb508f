import { Button, toast, usePrompt } from "@medusajs/ui"
import { type TextKey, useText } from "../../text/use-text"
import { useRecordPayment } from "../queries/memberships"
import type { Membership, Status } from "../types"

/** What recording the payment has made of it. An open sale issue leaves it pending (SALE-5). */
const RECORDED: Partial<Record<Status, TextKey>> = {
  active: "payment.recordedActive",
  upcoming: "payment.recordedUpcoming",
  pending: "payment.recordedWaiting",
}

/** SALE-7: staff received the money of a membership that was to be paid offline. */
export function RecordPayment({ membership: { id, display_id } }: { membership: Membership }) {
  const t = useText()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useRecordPayment(id)

  const record = async () => {
    const isReceived = await prompt({
      title: t("payment.promptTitle"),
      description: t("payment.promptDetail", { number: display_id }),
      confirmText: t("payment.confirm"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!isReceived) return
    try {
      const { status } = await mutateAsync()
      toast.success(t(RECORDED[status] ?? "payment.recordedOther"))
    } catch (error) {
      toast.error(t("payment.failed"), { description: (error as Error).message })
    }
  }
  return (
    <Button size="small" onClick={record} isLoading={isPending}>
      {t("payment.record")}
    </Button>
  )
}
