import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { PlansName } from "../../../plans/detail/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const PlanTable = lazily(async () => (await import("../../../plans/list/plan-table.js")).PlanTable)

const PlansPage = () => (
  <>
    <PlanTable />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "plans.title",
  translationNs: "memberships",
  rank: 1,
})

export const handle = { breadcrumb: () => <PlansName /> }

export default PlansPage
