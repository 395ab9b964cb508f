import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const EditClassification = lazily(
  async () =>
    (await import("../../../../../people/classifications/edit-classification.js")).EditClassification
)

const EditClassificationPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <EditClassification key={id} id={id} />
    </RouteDrawer>
  )
}

export default EditClassificationPage
