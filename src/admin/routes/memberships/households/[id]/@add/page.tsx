import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const AddMember = lazily(
  async () => (await import("../../../../../people/households/add/add-member.js")).AddMember
)

const AddMemberPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <AddMember id={id} />
    </RouteDrawer>
  )
}

export default AddMemberPage
