import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const CreditDialog = lazily(
  async () => (await import("../../../../../memberships/credits/credit-dialog.js")).CreditDialog
)

const CreditVerbPage = () => {
  const { id = "", verb = "" } = useParams()
  return (
    <RouteDrawer>
      <CreditDialog id={id} verb={verb} />
    </RouteDrawer>
  )
}

export default CreditVerbPage
