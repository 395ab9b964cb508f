import { Outlet, type UIMatch, useParams } from "react-router-dom"
import { ChargeName } from "../../../../billing/breadcrumbs"
import { lazily } from "../../../../parts/lazily"

const ChargeDetailPage = lazily(
  async () => (await import("../../../../billing/detail/charge-detail.js")).ChargeDetailPage
)

const ChargePage = () => {
  const { id = "" } = useParams()
  return (
    <>
      <ChargeDetailPage key={id} id={id} />
      <Outlet />
    </>
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <ChargeName id={params.id ?? ""} />,
}

export default ChargePage
