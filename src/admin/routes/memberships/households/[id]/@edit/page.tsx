import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const RenameHousehold = lazily(
  async () => (await import("../../../../../people/households/detail/rename-household.js")).RenameHousehold
)

const RenameHouseholdPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <RenameHousehold id={id} />
    </RouteDrawer>
  )
}

export default RenameHouseholdPage
