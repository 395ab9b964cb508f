import { RouteFocusModal } from "@medusajs/dashboard/components"
import { lazily } from "../../../../parts/lazily"

const CreateHousehold = lazily(
  async () => (await import("../../../../people/households/create/create-household.js")).CreateHousehold
)

const CreateHouseholdPage = () => (
  <RouteFocusModal>
    <CreateHousehold />
  </RouteFocusModal>
)

export default CreateHouseholdPage
