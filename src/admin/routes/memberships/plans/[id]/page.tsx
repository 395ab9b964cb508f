import { Outlet, type UIMatch, useParams } from "react-router-dom"
import { PlanName } from "../../../../plans/detail/breadcrumbs"
import { lazily } from "../../../../parts/lazily"

const PlanDetail = lazily(async () => (await import("../../../../plans/detail/plan-detail.js")).PlanDetail)

const PlanPage = () => {
  const { id = "" } = useParams()
  return (
    <>
      <PlanDetail key={id} id={id} />
      <Outlet />
    </>
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <PlanName id={params.id ?? ""} />,
}

export default PlanPage
