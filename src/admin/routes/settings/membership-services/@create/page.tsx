import { RouteFocusModal } from "@medusajs/dashboard/components"
import { lazily } from "../../../../parts/lazily"

const CreateService = lazily(
  async () => (await import("../../../../front-desk/services/create-service.js")).CreateService
)

const CreateServicePage = () => (
  <RouteFocusModal>
    <CreateService />
  </RouteFocusModal>
)

export default CreateServicePage
