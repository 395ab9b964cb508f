import "../../charts/words"
import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useSearchParams } from "react-router-dom"
import { ModalHead } from "../../parts/heads"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { useFoundCustomer } from "./sale-queries"
import { SellForm } from "./sell-form"

/** SALE-9: staff sell a membership as a storefront does. The address may name the customer. */
export function SellMembership() {
  const t = useText()
  const customer_id = useSearchParams()[0].get("customer")
  const { data: studio, error, refetch } = useStudio()
  const customer = useFoundCustomer(customer_id)
  const isReady = studio && (customer_id === null || customer.data)
  const failed = error ?? customer.error
  return (
    <RouteFocusModal prev={customer_id === null ? ".." : `/customers/${customer_id}`}>
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("selling.title")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description asChild>
        <span className="sr-only">{t("selling.description")}</span>
      </RouteFocusModal.Description>
      {isReady ? (
        <SellForm studio={studio} customer={customer.data ?? null} />
      ) : (
        <>
          <ModalHead />
          <RouteFocusModal.Body className="flex-1">
            {failed ? (
              <LoadError error={failed} onRetry={async () => Promise.all([refetch(), customer.refetch()])} />
            ) : (
              <LoadingRows rows={5} />
            )}
          </RouteFocusModal.Body>
        </>
      )}
    </RouteFocusModal>
  )
}
