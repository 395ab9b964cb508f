import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { SettingsName } from "../../../studio/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const StudioSettings = lazily(
  async () => (await import("../../../studio/general/studio-settings.js")).StudioSettings
)

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
