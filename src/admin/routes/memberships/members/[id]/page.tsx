import { Outlet, type UIMatch, useParams } from "react-router-dom"
import { MemberName } from "../../../../people/breadcrumbs"
import { lazily } from "../../../../parts/lazily"

const MemberDetail = lazily(
  async () => (await import("../../../../people/members/detail/member-detail.js")).MemberDetail
)

const MemberPage = () => {
  const { id = "" } = useParams()
  return (
    <>
      <MemberDetail key={id} id={id} />
      <Outlet />
    </>
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <MemberName id={params.id ?? ""} />,
}

export default MemberPage
