import { defineRouteConfig } from "@medusajs/admin-sdk"
import { IdBadge } from "@medusajs/icons"
import { Outlet } from "react-router-dom"
import { PageName } from "../../memberships/breadcrumbs"
import { ClockNotice } from "../../studio/clock-notice"
import { lazily } from "../../parts/lazily"

const MembershipTable = lazily(
  async () => (await import("../../memberships/list/membership-table.js")).MembershipTable
)
const OpenSaleIssues = lazily(
  async () => (await import("../../memberships/sale-issues/open-sale-issues.js")).OpenSaleIssues
)

const MembershipsPage = () => (
  <div className="flex flex-col gap-y-3">
    <ClockNotice />
    <OpenSaleIssues />
    <MembershipTable />
    <Outlet />
  </div>
)

export const config = defineRouteConfig({
  label: "domain",
  icon: IdBadge,
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <PageName /> }

export default MembershipsPage
