import { RouteFocusModal } from "@medusajs/dashboard/components"
import { CreateHousehold } from "../../../../people/households/create/create-household"

const CreateHouseholdPage = () => (
  <RouteFocusModal>
    <CreateHousehold />
  </RouteFocusModal>
)

export default CreateHouseholdPage
