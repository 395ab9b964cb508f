import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { LocationsName } from "../../../studio/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const LocationTable = lazily(
  async () => (await import("../../../studio/locations/location-table.js")).LocationTable
)

const LocationsPage = () => (
  <>
    <LocationTable />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "studio.locations.title",
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <LocationsName /> }

export default LocationsPage
