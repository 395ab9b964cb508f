import { z } from "zod"
import { validateDunning } from "../../../domain/billing/dunning"
import { isBillingDay } from "../../../domain/billing/common-billing-day"
import type { BillingSettings } from "../../../domain/billing/settings"
import { checksOf } from "../../forms/checks"
import type { Text } from "../../text/use-text"

/** The names are the server's, so that its refusals find their fields; lists of days are text such as `1, 3, 5`. */
export interface RenewalValues {
  retry_days: string
  grace_days: number | null
  then: BillingSettings["then"]
  remind_days_before: string
  allow_manual_renewals: boolean
  /** null bills each membership from its own day. */
  common_billing_day: number | null
}

/** More than these the server does not take. */
const DAYS_LISTED_MAX = 30

/** What is not a number becomes one that no rule takes. */
const daysOf = (text: string): number[] =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : Number.NaN))

export const settingsOf = ({
  retry_days,
  grace_days,
  remind_days_before,
  ...rest
}: RenewalValues): BillingSettings => ({
  ...rest,
  retry_days: daysOf(retry_days),
  grace_days: grace_days ?? Number.NaN,
  remind_days_before: daysOf(remind_days_before),
})

export const renewalValues = (settings: BillingSettings): RenewalValues => ({
  retry_days: settings.retry_days.join(", "),
  grace_days: settings.grace_days,
  then: settings.then,
  remind_days_before: settings.remind_days_before.join(", "),
  allow_manual_renewals: settings.allow_manual_renewals,
  common_billing_day: settings.common_billing_day,
})

/** Right by themselves, so that each field can be tried without the others. */
const NOTHING = { retry_days: [], grace_days: 0, then: "suspend", remind_days_before: [] } as const

const isRight = (settings: Partial<BillingSettings>): boolean => {
  try {
    validateDunning({ ...NOTHING, ...settings })
    return true
  } catch {
    return false
  }
}

export const renewalSchema = (t: Text) =>
  z
    .object({
      retry_days: z.string(),
      grace_days: z.number().nullable(),
      then: z.enum(["suspend", "cancel"]),
      remind_days_before: z.string(),
      allow_manual_renewals: z.boolean(),
      common_billing_day: z.number().nullable(),
    })
    .superRefine((values, context) => {
      const { fault } = checksOf(context, t)
      const { retry_days, grace_days, then, remind_days_before } = settingsOf(values)
      const tooMany = t("renewals.form.tooMany", { max: DAYS_LISTED_MAX })
      if (retry_days.length > DAYS_LISTED_MAX) fault("retry_days", tooMany)
      else if (!isRight({ retry_days })) fault("retry_days", t("renewals.form.retriesInvalid"))
      else if (isRight({ grace_days }) && !isRight({ retry_days, grace_days, then }))
        fault("grace_days", t("renewals.form.graceBeforeRetry", { day: retry_days.at(-1) ?? 0 }))
      if (!isRight({ grace_days })) fault("grace_days", t("renewals.form.graceInvalid"))
      if (remind_days_before.length > DAYS_LISTED_MAX) fault("remind_days_before", tooMany)
      else if (!isRight({ remind_days_before })) fault("remind_days_before", t("renewals.form.remindInvalid"))
      const { common_billing_day: day } = values
      if (day !== null && !isBillingDay(day))
        fault("common_billing_day", t("renewals.form.billingDayInvalid"))
    })
