import { Button } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useText } from "../../text/use-text"
import { DeletionEffects } from "../deletion/deletion-effects"
import { useCustomerDeletion } from "../queries/related"

/** The dashboard deletes customers without asking what they bought: here it is told before (BILL-11). */
export function IfDeleted({ customer_id, beside }: { customer_id: string; beside: ReactNode }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-3">
      <div className="flex flex-wrap gap-2">
        {beside}
        <Button size="small" variant="secondary" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? "deletion.hide" : "deletion.ask")}
        </Button>
      </div>
      {isOpen && <Foreseen customer_id={customer_id} />}
    </div>
  )
}

function Foreseen({ customer_id }: { customer_id: string }) {
  const t = useText()
  const { data, error, refetch } = useCustomerDeletion(customer_id)
  return (
    <section role="status" aria-label={t("deletion.ask")}>
      {data ? (
        <DeletionEffects effects={data} name={t("deletion.customer")} />
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <LoadingRows rows={1} />
      )}
    </section>
  )
}
