import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../text/use-text"
import type { Membership } from "../types"
import { RecordPaymentPrompt } from "./record-payment-prompt"

/** SALE-7: staff received the money of a membership that was to be paid offline. */
export function RecordPayment({ membership }: { membership: Membership }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  // Where the sale itself waits for a decision, taking its money is not the next thing to do.
  const isQuestioned = membership.issues.some((issue) => issue.resolved_at === null)
  return (
    <>
      <Button size="small" variant={isQuestioned ? "secondary" : "primary"} onClick={() => setOpen(true)}>
        {t("payment.record")}
      </Button>
      {isOpen && <RecordPaymentPrompt membership={membership} onClose={() => setOpen(false)} />}
    </>
  )
}
