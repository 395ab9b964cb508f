import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const ShowCode = lazily(async () => (await import("../../../../../front-desk/codes/show-code.js")).ShowCode)

const ShowCodePage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <ShowCode memberId={id} />
    </RouteDrawer>
  )
}

export default ShowCodePage
