import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const AddPerson = lazily(
  async () => (await import("../../../../../people/households/add/add-person.js")).AddPerson
)

const AddPersonPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <AddPerson id={id} />
    </RouteDrawer>
  )
}

export default AddPersonPage
