import { Outlet, type UIMatch, useParams } from "react-router-dom"
import { MembershipName } from "../../../memberships/breadcrumbs"
import { lazily } from "../../../parts/lazily"

const MembershipDetail = lazily(
  async () => (await import("../../../memberships/detail/membership-detail.js")).MembershipDetail
)

const MembershipPage = () => {
  const { id = "" } = useParams()
  return (
    <>
      <MembershipDetail key={id} id={id} />
      <Outlet />
    </>
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <MembershipName id={params.id ?? ""} />,
}

export default MembershipPage
