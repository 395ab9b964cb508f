import { lazily } from "../../../../parts/lazily"

const RenewalsDrawer = lazily(
  async () => (await import("../../../../studio/renewals/renewals-drawer.js")).RenewalsDrawer
)

export default RenewalsDrawer
