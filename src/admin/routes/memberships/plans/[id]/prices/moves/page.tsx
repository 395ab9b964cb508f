import { useParams } from "react-router-dom"
import { MovesName } from "../../../../../../charts/versions/breadcrumb"
import { lazily } from "../../../../../../parts/lazily"

const PriceMoves = lazily(
  async () => (await import("../../../../../../charts/moves/price-moves.js")).PriceMoves
)

const MovesPage = () => {
  const { id = "" } = useParams()
  return <PriceMoves key={id} plan_id={id} />
}

export const handle = { breadcrumb: () => <MovesName /> }

export default MovesPage
