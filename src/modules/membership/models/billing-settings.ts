import { model } from "@medusajs/framework/utils"

/** What the studio does about renewals (BILL-3, BILL-8): at most one row; none means the defaults. */
export const MembershipBillingSettings = model.define("membership_billing_settings", {
  id: model.text().primaryKey(),
  /** Days, as `DunningSettings` explains them. */
  retry_days: model.json(),
  grace_days: model.number(),
  then: model.enum(["suspend", "cancel"]),
  remind_days_before: model.json(),
  /** A recurring plan may be sold without a saved payment method (SALE-12). */
  allow_manual_renewals: model.boolean().default(true),
  /** 1 to 28; null has none (BILL-7). */
  common_billing_day: model.number().nullable(),
  /** Since when grace and what follows are as they are; null from the beginning. */
  dunning_since: model.dateTime().nullable(),
  /** Since when all renewals are paused; null while they run. */
  paused_at: model.dateTime().nullable(),
  /** The user who paused them; null where a key of the API did. */
  paused_by: model.text().nullable(),
  pause_reason: model.text().nullable(),
})
