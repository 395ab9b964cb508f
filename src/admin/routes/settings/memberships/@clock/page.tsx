import { lazily } from "../../../../parts/lazily"

const ClockDrawer = lazily(
  async () => (await import("../../../../studio/general/clock-drawer.js")).ClockDrawer
)

export default ClockDrawer
