import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { HouseholdsName } from "../../../people/breadcrumbs"
import { HouseholdTable } from "../../../people/households/list/household-table"

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
