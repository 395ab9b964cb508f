import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const EditService = lazily(
  async () => (await import("../../../../../front-desk/services/edit-service.js")).EditService
)

const EditServicePage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <EditService key={id} id={id} />
    </RouteDrawer>
  )
}

export default EditServicePage
