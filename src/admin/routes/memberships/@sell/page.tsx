import { lazily } from "../../../parts/lazily"

const SellMembership = lazily(
  async () => (await import("../../../memberships/sell/sell-membership.js")).SellMembership
)

export default SellMembership
