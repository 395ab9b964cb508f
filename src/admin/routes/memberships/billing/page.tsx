import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BillingName } from "../../../billing/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const BillingPage = lazily(async () => (await import("../../../billing/list/billing-page.js")).BillingPage)

const Billing = () => <BillingPage />

export const config = defineRouteConfig({
  label: "billingPage",
  rank: 20,
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <BillingName /> }

export default Billing
