import { Outlet, type UIMatch, useParams } from "react-router-dom"
import { HouseholdName } from "../../../../people/breadcrumbs"
import { HouseholdDetail } from "../../../../people/households/detail/household-detail"

const HouseholdPage = () => {
  const { id = "" } = useParams()
  return (
    <>
      <HouseholdDetail key={id} id={id} />
      <Outlet />
    </>
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <HouseholdName id={params.id ?? ""} />,
}

export default HouseholdPage
