import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { AddMember } from "../../../../../people/households/add/add-member"

const AddMemberPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <AddMember id={id} />
    </RouteDrawer>
  )
}

export default AddMemberPage
