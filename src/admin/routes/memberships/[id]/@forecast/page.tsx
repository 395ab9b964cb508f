import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../parts/lazily"

const MembershipForecast = lazily(
  async () => (await import("../../../../forecast/membership-forecast.js")).MembershipForecast
)

const MembershipForecastPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <MembershipForecast id={id} />
    </RouteDrawer>
  )
}

export default MembershipForecastPage
