import { useParams } from "react-router-dom"
import { PricesName } from "../../../../../charts/versions/breadcrumb"
import { lazily } from "../../../../../parts/lazily"

const PriceCharts = lazily(
  async () => (await import("../../../../../charts/versions/price-charts.js")).PriceCharts
)

const PricesPage = () => {
  const { id = "" } = useParams()
  return <PriceCharts key={id} plan_id={id} />
}

export const handle = { breadcrumb: () => <PricesName /> }

export default PricesPage
