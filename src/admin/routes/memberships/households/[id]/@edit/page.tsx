import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { RenameHousehold } from "../../../../../people/households/detail/rename-household"

const RenameHouseholdPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <RenameHousehold id={id} />
    </RouteDrawer>
  )
}

export default RenameHouseholdPage
