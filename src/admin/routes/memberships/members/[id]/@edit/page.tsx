import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const EditMember = lazily(
  async () => (await import("../../../../../people/members/form/edit-member.js")).EditMember
)

const EditMemberPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <EditMember id={id} />
    </RouteDrawer>
  )
}

export default EditMemberPage
