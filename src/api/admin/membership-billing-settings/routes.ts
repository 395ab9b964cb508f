import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"

const Days = z.array(z.int()).max(30)

export const UpdateBillingSettings = z.strictObject({
  retry_days: Days.optional(),
  grace_days: z.int().optional(),
  then: z.enum(["suspend", "cancel"]).optional(),
  remind_days_before: Days.optional(),
  allow_manual_renewals: z.boolean().optional(),
  common_billing_day: z.int().nullish(),
})
export type UpdateBillingSettingsBody = z.infer<typeof UpdateBillingSettings>

export const PauseRenewals = z.strictObject({ reason: z.string().trim().min(1).max(500).nullish() })
export type PauseRenewalsBody = z.infer<typeof PauseRenewals>

const path = "/admin/membership-billing-settings"
const resource = "membership_billing_settings"
const tag = "Billing settings"
const answers = { membership_billing_settings: "BillingSettings" }

export const billingSettingsRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path,
    tag,
    summary: "What the studio does about renewals, and whether they are paused",
    policy: { resource, operation: "read" },
    answers,
  },
  {
    method: "POST",
    path,
    tag,
    summary:
      "Change retries, grace, reminders, the common billing day, and whether renewals may be paid by hand",
    body: UpdateBillingSettings,
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "POST",
    path: `${path}/pause`,
    tag,
    summary: "Pause all renewals: no money is asked for until they go on",
    body: PauseRenewals,
    policy: { resource, operation: "update" },
    answers,
  },
  {
    method: "POST",
    path: `${path}/continue`,
    tag,
    summary: "Go on with renewals; what became due meanwhile is charged once",
    body: z.strictObject({}),
    policy: { resource, operation: "update" },
    answers,
  },
]
