import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { PlaceMember } from "../../../../../people/members/place/place-member"

const PlaceMemberPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <PlaceMember id={id} />
    </RouteDrawer>
  )
}

export default PlaceMemberPage
