import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Outlet } from "react-router-dom"
import { MembersName } from "../../../people/breadcrumbs"
import { MemberTable } from "../../../people/members/list/member-table"

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
