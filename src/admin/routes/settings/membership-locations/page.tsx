import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { LocationsName } from "../../../studio/breadcrumbs"
import { LocationTable } from "../../../studio/locations/location-table"

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
