import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { ClassificationsName } from "../../../people/classifications/breadcrumb"
import { ClassificationTable } from "../../../people/classifications/classification-table"

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
