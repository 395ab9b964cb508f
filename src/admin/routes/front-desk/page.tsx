import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Scan } from "@medusajs/icons"
import { FrontDeskName } from "../../front-desk/breadcrumbs"
import { lazily } from "../../parts/lazily"

const FrontDesk = lazily(async () => (await import("../../front-desk/desk/front-desk.js")).FrontDesk)

const FrontDeskPage = () => <FrontDesk />

export const config = defineRouteConfig({
  label: "studio.frontDesk",
  icon: Scan,
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <FrontDeskName /> }

export default FrontDeskPage
