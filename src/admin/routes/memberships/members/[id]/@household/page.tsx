import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const PlaceMember = lazily(
  async () => (await import("../../../../../people/members/place/place-member.js")).PlaceMember
)

const PlaceMemberPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <PlaceMember id={id} />
    </RouteDrawer>
  )
}

export default PlaceMemberPage
