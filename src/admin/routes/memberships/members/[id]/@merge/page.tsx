import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const MergeMember = lazily(
  async () => (await import("../../../../../people/members/merge/merge-member.js")).MergeMember
)

const MergeMemberPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <MergeMember id={id} />
    </RouteDrawer>
  )
}

export default MergeMemberPage
