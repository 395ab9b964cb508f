import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { ClassificationsName } from "../../../people/classifications/breadcrumb"
import { lazily } from "../../../parts/lazily"

const ClassificationTable = lazily(
  async () => (await import("../../../people/classifications/classification-table.js")).ClassificationTable
)

const ClassificationsPage = () => (
  <>
    <ClassificationTable />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "people.classifications.title",
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <ClassificationsName /> }

export default ClassificationsPage
