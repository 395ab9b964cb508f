import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { AddPerson } from "../../../../../people/households/add/add-person"

const AddPersonPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <AddPerson id={id} />
    </RouteDrawer>
  )
}

export default AddPersonPage
