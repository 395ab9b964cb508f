import { Outlet, type UIMatch, useParams } from "react-router-dom"
import { MemberName } from "../../../../people/breadcrumbs"
import { MemberDetail } from "../../../../people/members/detail/member-detail"

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
