import { RouteFocusModal } from "@medusajs/dashboard/components"
import { CreateClassification } from "../../../../people/classifications/create-classification"

const CreateClassificationPage = () => (
  <RouteFocusModal>
    <CreateClassification />
  </RouteFocusModal>
)

export default CreateClassificationPage
