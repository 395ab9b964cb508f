import { Badge, Text } from "@medusajs/ui"
import { LoadError } from "../../parts/load-error"
import { ApiError } from "../../platform/api"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { type RenewalMethod as Method, useRenewalMethod } from "../queries/payment-methods"

interface RenewalMethodProps {
  customer_id: string
  /** They pay for something that renews: only then is it worth a word that nothing is saved. */
  pays: boolean
}

/** By what a customer's renewals are paid (SALE-12); nothing where it may not be seen. */
export function RenewalMethod({ customer_id, pays }: RenewalMethodProps) {
  const t = useText()
  const { data: method, error, refetch } = useRenewalMethod(customer_id)
  const isForbidden = error instanceof ApiError && error.status === 403
  if (error) return isForbidden ? null : <LoadError error={error} onRetry={refetch} />
  if (method === undefined || (method === null && !pays)) return null
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4" data-renewal-method>
      {method ? (
        <Saved {...method} />
      ) : (
        <>
          <Text size="small" weight="plus">
            {t("widgets.customer.method.none")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("widgets.customer.method.noneMeans")}
          </Text>
        </>
      )}
    </div>
  )
}

const COLORS = { valid: "grey", expiring: "orange", expired: "red" } as const

function Saved({ label, expires_on, status }: Method) {
  const t = useText()
  const format = useFormat()
  const name = label ?? t("widgets.customer.method.nameless")
  return (
    <div className="flex items-start justify-between gap-x-3">
      <Text size="small" className="text-pretty">
        {expires_on
          ? t(`widgets.customer.method.${status === "expired" ? "expired" : "expires"}`, {
              name,
              month: format.month(expires_on),
            })
          : t("widgets.customer.method.pays", { name })}
      </Text>
      {status !== "valid" && (
        <Badge size="2xsmall" color={COLORS[status]} className="shrink-0">
          {t(`widgets.customer.method.${status}Badge`)}
        </Badge>
      )}
    </div>
  )
}
