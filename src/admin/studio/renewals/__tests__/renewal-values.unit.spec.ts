import { DEFAULT_BILLING_SETTINGS } from "../../../../domain/billing/settings"
import type { Text } from "../../../text/use-text"
import { renewalSchema, type RenewalValues, renewalValues, settingsOf } from "../renewal-values"

const t = ((key: string, values?: Record<string, unknown>) =>
  values ? `${key} ${JSON.stringify(values)}` : key) as Text

const faults = (values: Partial<RenewalValues>): Record<string, string> => {
  const all = { ...renewalValues(DEFAULT_BILLING_SETTINGS), ...values }
  const { error } = renewalSchema(t).safeParse(all)
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join("."), message]))
}

describe("renewal settings as they are written", () => {
  it("BILL-3: days are read with commas, blanks or neither, and written as they are read", () => {
    const written = {
      ...renewalValues(DEFAULT_BILLING_SETTINGS),
      retry_days: " 2;4,  10 ",
      remind_days_before: "",
    }
    expect(settingsOf(written)).toEqual({
      ...DEFAULT_BILLING_SETTINGS,
      ...{ retry_days: [2, 4, 10], remind_days_before: [] },
    })
    expect(settingsOf(renewalValues(DEFAULT_BILLING_SETTINGS))).toEqual(DEFAULT_BILLING_SETTINGS)
  })

  it.each<[Partial<RenewalValues>, Record<string, string>]>([
    [{}, {}],
    [{ retry_days: "", grace_days: 0, remind_days_before: "" }, {}],
    [{ retry_days: "3, 1" }, { retry_days: "renewals.form.retriesInvalid" }],
    [{ retry_days: "1.5" }, { retry_days: "renewals.form.retriesInvalid" }],
    [{ retry_days: "-1" }, { retry_days: "renewals.form.retriesInvalid" }],
    [{ grace_days: null }, { grace_days: "renewals.form.graceInvalid" }],
    [{ grace_days: 366 }, { grace_days: "renewals.form.graceInvalid" }],
    [{ remind_days_before: "0" }, { remind_days_before: "renewals.form.remindInvalid" }],
    [{ common_billing_day: 28 }, {}],
    [{ common_billing_day: 29 }, { common_billing_day: "renewals.form.billingDayInvalid" }],
    [{ common_billing_day: 1.5 }, { common_billing_day: "renewals.form.billingDayInvalid" }],
    [{ then: "cancel", grace_days: 6 }, { grace_days: 'renewals.form.graceBeforeRetry {"day":7}' }],
    [
      { retry_days: "9, 2", grace_days: -1 },
      { retry_days: "renewals.form.retriesInvalid", grace_days: "renewals.form.graceInvalid" },
    ],
    [
      { retry_days: Array.from({ length: 31 }, (_, at) => at + 1).join(" ") },
      { retry_days: 'renewals.form.tooMany {"max":30}' },
    ],
  ])("BILL-3: %j is refused at its field: %j", (values, expected) => {
    expect(faults(values)).toEqual(expected)
  })
})
