import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const SeatDialog = lazily(
  async () => (await import("../../../../../memberships/seats/seat-dialog.js")).SeatDialog
)

const SeatVerbPage = () => {
  const { id = "", verb = "" } = useParams()
  return (
    <RouteDrawer>
      <SeatDialog id={id} verb={verb} />
    </RouteDrawer>
  )
}

export default SeatVerbPage
