import { defineRouteConfig } from "@medusajs/admin-sdk"
import { IdBadge } from "@medusajs/icons"
import { PageName } from "../../memberships/breadcrumbs"
import { MembershipTable } from "../../memberships/list/membership-table"
import { OpenSaleIssues } from "../../memberships/sale-issues/open-sale-issues"
import { ClockNotice } from "../../studio/clock-notice"

const MembershipsPage = () => (
  <div className="flex flex-col gap-y-3">
    <ClockNotice />
    <OpenSaleIssues />
    <MembershipTable />
  </div>
)

export const config = defineRouteConfig({
  label: "domain",
  icon: IdBadge,
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <PageName /> }

export default MembershipsPage
