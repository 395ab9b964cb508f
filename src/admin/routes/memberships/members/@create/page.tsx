import { RouteFocusModal } from "@medusajs/dashboard/components"
import { lazily } from "../../../../parts/lazily"

const CreateMember = lazily(
  async () => (await import("../../../../people/members/form/create-member.js")).CreateMember
)

const CreateMemberPage = () => (
  <RouteFocusModal>
    <CreateMember />
  </RouteFocusModal>
)

export default CreateMemberPage
