import { useParams } from "react-router-dom"
import { PricesName } from "../../../../../charts/versions/breadcrumb"
import { PriceCharts } from "../../../../../charts/versions/price-charts"

const PricesPage = () => {
  const { id = "" } = useParams()
  return <PriceCharts key={id} plan_id={id} />
}

export const handle = { breadcrumb: () => <PricesName /> }

export default PricesPage
