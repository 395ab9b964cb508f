import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { HouseholdsName } from "../../../people/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const HouseholdTable = lazily(
  async () => (await import("../../../people/households/list/household-table.js")).HouseholdTable
)

const HouseholdsPage = () => (
  <>
    <HouseholdTable />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "people.households.domain",
  rank: 50,
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <HouseholdsName /> }

export default HouseholdsPage
