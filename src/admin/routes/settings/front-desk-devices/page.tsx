import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { DevicesName } from "../../../front-desk/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const DeviceTable = lazily(
  async () => (await import("../../../front-desk/devices/device-table.js")).DeviceTable
)

const DevicesPage = () => (
  <>
    <DeviceTable />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "studio.devices",
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <DevicesName /> }

export default DevicesPage
