import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { SettingsName } from "../../../studio/breadcrumbs"
import { StudioSettings } from "../../../studio/general/studio-settings"

const StudioSettingsPage = () => (
  <>
    <StudioSettings />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "domain",
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <SettingsName /> }

export default StudioSettingsPage
