import { RouteFocusModal } from "@medusajs/dashboard/components"
import { lazily } from "../../../../parts/lazily"

const CreateClassification = lazily(
  async () =>
    (await import("../../../../people/classifications/create-classification.js")).CreateClassification
)

const CreateClassificationPage = () => (
  <RouteFocusModal>
    <CreateClassification />
  </RouteFocusModal>
)

export default CreateClassificationPage
