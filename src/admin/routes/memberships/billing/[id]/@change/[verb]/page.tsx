import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../../parts/lazily"

const ChargeDialog = lazily(
  async () => (await import("../../../../../../billing/change/charge-dialog.js")).ChargeDialog
)

const ChargeVerbPage = () => {
  const { id = "", verb = "" } = useParams()
  return (
    <RouteDrawer>
      <ChargeDialog id={id} verb={verb} />
    </RouteDrawer>
  )
}

export default ChargeVerbPage
