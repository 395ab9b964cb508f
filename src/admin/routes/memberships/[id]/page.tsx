import { type UIMatch, useParams } from "react-router-dom"
import { MembershipName } from "../../../memberships/breadcrumbs"
import { MembershipDetail } from "../../../memberships/detail/membership-detail"

const MembershipPage = () => {
  const { id = "" } = useParams()
  return <MembershipDetail key={id} id={id} />
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <MembershipName id={params.id ?? ""} />,
}

export default MembershipPage
