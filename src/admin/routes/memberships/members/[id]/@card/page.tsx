import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const AddCard = lazily(async () => (await import("../../../../../front-desk/codes/add-card.js")).AddCard)

const AddCardPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <AddCard memberId={id} />
    </RouteDrawer>
  )
}

export default AddCardPage
