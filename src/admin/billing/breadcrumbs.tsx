import { Crumb } from "../parts/crumb"
import { useText } from "../text/use-text"
import { useCharge } from "./queries/charges"

export const BillingName = () => <span>{useText()("billingPage")}</span>

/** Shares the page's own request. */
export function ChargeName({ id }: { id: string }) {
  const { data, error } = useCharge(id)
  return (
    <Crumb
      name={data && (data.payer_name ?? data.payer_email ?? `#${data.membership.display_id}`)}
      error={error}
    />
  )
}
