import { Outlet, type UIMatch, useParams } from "react-router-dom"
import { HouseholdName } from "../../../../people/breadcrumbs"
import { lazily } from "../../../../parts/lazily"

const HouseholdDetail = lazily(
  async () => (await import("../../../../people/households/detail/household-detail.js")).HouseholdDetail
)

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
