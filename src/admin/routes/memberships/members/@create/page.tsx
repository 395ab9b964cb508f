import { RouteFocusModal } from "@medusajs/dashboard/components"
import { CreateMember } from "../../../../people/members/form/create-member"

const CreateMemberPage = () => (
  <RouteFocusModal>
    <CreateMember />
  </RouteFocusModal>
)

export default CreateMemberPage
