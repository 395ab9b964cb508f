import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { ServicesName } from "../../../front-desk/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const ServiceTable = lazily(
  async () => (await import("../../../front-desk/services/service-table.js")).ServiceTable
)

const ServicesPage = () => (
  <>
    <ServiceTable />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "studio.services",
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <ServicesName /> }

export default ServicesPage
