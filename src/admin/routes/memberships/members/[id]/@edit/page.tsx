import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditMember } from "../../../../../people/members/form/edit-member"

const EditMemberPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <EditMember id={id} />
    </RouteDrawer>
  )
}

export default EditMemberPage
