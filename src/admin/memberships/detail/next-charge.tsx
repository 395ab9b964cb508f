import { SectionRow } from "@medusajs/dashboard/components"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useSeatOptions } from "../queries/seats"
import { liveSeats } from "../seats/seat-actions"
import type { Membership } from "../types"
import { Lines } from "./lines"
import { payerShares } from "./payer-shares"

/** When it is charged next and how much, and who pays what of it. */
export function NextCharge({ membership }: { membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { data: options } = useSeatOptions(membership.id)
  const { currency_code, plan, seats } = membership
  if (!options) return null
  const { next_period_on, dues_per_period, today } = options
  const isRecurring = plan.billing.type === "recurring"
  const guest = membership.customer_name ?? membership.customer_email ?? t("seats.guestPayer")
  const shares = payerShares(liveSeats(seats, today), currency_code).map(
    ({ payer_customer_id, name, amount }) =>
      t(isRecurring ? "seating.summary.pays" : "seating.summary.paysOnce", {
        name: name ?? (payer_customer_id === null ? guest : t("seats.unknownPayer")),
        amount: format.money(amount, currency_code),
      })
  )
  return (
    <>
      {next_period_on !== null && dues_per_period !== null && (
        <SectionRow
          title={t("seating.summary.next")}
          value={t("seating.summary.nextDues", {
            ...{ date: format.day(next_period_on), amount: format.money(dues_per_period, currency_code) },
          })}
        />
      )}
      {shares.length > 0 && <SectionRow title={t("seating.summary.payers")} value={<Lines of={shares} />} />}
    </>
  )
}
