import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../text/use-text"
import type { Membership } from "../types"
import type { Payable } from "./payable"
import { RecordPaymentPrompt } from "./record-payment-prompt"

interface RecordPaymentProps {
  membership: Membership
  payable: Payable
}

/** SALE-7: staff received the money of a membership, or of further seats, that was to be paid offline. */
export function RecordPayment({ membership, payable }: RecordPaymentProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  // Where the sale itself waits for a decision, taking its money is not the next thing to do.
  const isQuestioned = membership.issues.some((issue) => issue.resolved_at === null)
  return (
    <>
      <Button size="small" variant={isQuestioned ? "secondary" : "primary"} onClick={() => setOpen(true)}>
        {t("payment.record")}
      </Button>
      {isOpen && (
        <RecordPaymentPrompt membership={membership} payable={payable} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
