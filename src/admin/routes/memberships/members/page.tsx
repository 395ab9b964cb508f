import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { MembersName } from "../../../people/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const MemberTable = lazily(
  async () => (await import("../../../people/members/list/member-table.js")).MemberTable
)

const MembersPage = () => (
  <>
    <MemberTable />
    <Outlet />
  </>
)

export const config = defineRouteConfig({
  label: "people.members.domain",
  rank: 40,
  translationNs: "memberships",
})

export const handle = { breadcrumb: () => <MembersName /> }

export default MembersPage
