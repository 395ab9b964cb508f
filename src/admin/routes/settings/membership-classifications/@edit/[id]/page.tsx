import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { EditClassification } from "../../../../../people/classifications/edit-classification"

const EditClassificationPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <EditClassification key={id} id={id} />
    </RouteDrawer>
  )
}

export default EditClassificationPage
