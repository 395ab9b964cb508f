import "./words"
import { InlineTip } from "@medusajs/ui"
import { type Control, useWatch } from "react-hook-form"
import { isBillingDay } from "../../../domain/billing/common-billing-day"
import { firstShorterPeriod } from "../../../domain/billing/proration"
import { useStudio } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { RenewalValues } from "./renewal-values"

/** Of one hundred, so that the amount is the share in percent. */
const SAMPLE_MINOR = 100_00
const MONTHLY = { unit: "month", count: 1 } as const

/** BILL-7: what somebody pays who buys a monthly plan today, by the very function that sells it. */
export function BillingDayExample({ control }: { control: Control<RenewalValues> }) {
  const t = useText()
  const format = useFormat()
  const billing_day = useWatch({ control, name: "common_billing_day" })
  const { data: studio } = useStudio()
  if (!studio || billing_day === null || !isBillingDay(billing_day)) return null
  const first = firstShorterPeriod(SAMPLE_MINOR, { billing_day, interval: MONTHLY }, studio.today)
  const dates = { from: format.day(first.from_on), until: format.lastDay(first.until_on) }
  return (
    <div role="status">
      <InlineTip label={t("renewals.form.example")}>
        {first.days === first.of_days
          ? t("renewals.form.exampleFull", dates)
          : t("renewals.form.exampleShort", {
              ...{ ...dates, count: first.days, of: first.of_days, next: format.day(first.until_on) },
              share: format.percent(first.amount_minor / SAMPLE_MINOR),
            })}
      </InlineTip>
    </div>
  )
}
